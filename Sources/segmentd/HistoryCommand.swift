import ArgumentParser
import Daemon
import Segments

/// `segmentd history`: the runs of each dataset with their segments.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show the runs with their segments, oldest first, or who moved between two of them.",
  )

  @Argument(help: "One dataset (default: all).")
  var dataset: String?

  @Option(help: "Show who moved since this run of the dataset.")
  var from: String?

  @Option(help: "The run they moved to (default: latest).")
  var to: String?

  @Option(help: "Write the customers who moved between the two runs as a table.")
  var movers: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    guard from != nil || to != nil || movers != nil else { return }
    guard dataset != nil, from != nil else {
      throw ValidationError("Name a dataset and --from RUN to see who moved between two runs.")
    }
  }

  func run() throws {
    let settings = try folders.settings()
    try answer { output in
      if let dataset, let from {
        let flow = try Flow(settings, dataset: dataset, from: from, to: to ?? "latest")
        if let movers {
          let count = try flow.writeMovers(to: movers, settings)
          StandardError.write("\(count) customers, \(movers)\n")
        }
        let text = json ? String(decoding: flow.json(), as: UTF8.self) : Self.text(of: flow)
        return try output.write(text)
      }
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

  private static func text(of flow: Flow) -> String {
    var lines = ["\(flow.dataset), from \(flow.from) to \(flow.to)"]
    for move in flow.moves {
      let places =
        move.from == move.to
        ? "stayed in \(name(move.to))" : "\(name(move.from)) → \(name(move.to))"
      let value = move.value.map { ", value \($0)" } ?? ""
      lines.append("  \(places): \(move.customers) customers\(value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func name(_ place: Flow.Place) -> String {
    place.letter.isEmpty ? place.name : "\(place.letter) \(place.name)"
  }
}
