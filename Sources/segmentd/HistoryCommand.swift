import ArgumentParser
import Daemon
import Segments

/// `segmentd history`: the runs of each dataset with their segments.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show the runs with their segments, oldest first.",
  )

  @Argument(help: "One dataset (default: all).")
  var dataset: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    try answer { output in
      let history = try History(settings, dataset: dataset)
      try output.write(
        json ? String(decoding: history.json(), as: UTF8.self) : Self.text(of: history)
      )
    }
  }

  private static func text(of history: History) -> String {
    var lines: [String] = []
    var dataset = ""
    for run in history.runs {
      if run.dataset != dataset { lines.append(lines.isEmpty ? run.dataset : "\n" + run.dataset) }
      dataset = run.dataset
      let segments = run.segments.map { "\($0.letter) \($0.name) (\($0.size))" }
      let rest = run.unassigned > 0 ? ["unassigned (\(run.unassigned))"] : []
      lines.append(
        "  \(run.run)  \(run.customers) customers, \(run.method)"
          + (run.isKept ? "" : ", not kept any more")
      )
      lines.append("    " + (segments + rest).joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
