import ArgumentParser
import Daemon

/// `segmentd status`: what waits and why, what was published, what was refused.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show the inbox queue and why a file is not taken, the last runs and failures.",
  )

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    try answer { output in
      let status = try HouseStatus(settings)
      try output.write(
        json ? String(decoding: status.json(), as: UTF8.self) : Self.text(of: status)
      )
    }
  }

  private static func text(of status: HouseStatus) -> String {
    var lines = [
      "segmentd \(status.version), "
        + (status.service.map { "service running as process \($0)" } ?? "no service running")
    ]
    if let store = status.store {
      lines.append(
        "state: \(store.bytes / 1024) KiB in the store, of them \(store.ledgerBytes / 1024) KiB ledger, "
          + "\(store.runs) runs"
      )
    }
    lines += section("Inbox", status.inbox.map { "\($0.file)  \($0.state): \($0.why)" })
    lines += section("Refused, in inbox/.failed", status.failed)
    lines += section(
      "Last runs",
      status.runs.map { "\($0.dataset)/\($0.run)  \($0.deliveries) deliveries" },
    )
    lines += section("Last refusals", status.refusals.map { "\($0.file)  \($0.what) \($0.toDo)" })
    lines += section(
      "Files that were known already",
      status.duplicates.map { "\($0.file)" + ($0.run.map { "  published as \($0)" } ?? "") },
    )
    lines += section(
      "Files that told nothing new",
      status.unchanged.map { "\($0.file)  \($0.dataset)" },
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ title: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? ["", "\(title): none"] : ["", "\(title):"] + entries.map { "  " + $0 }
  }
}
