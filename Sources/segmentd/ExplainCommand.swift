import ArgumentParser
import Daemon
import Segments

/// `segmentd explain`: why a customer is where it is.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show a customer's features, segment, distance to the next one and moves over time.",
    discussion:
      "Also names the files that said so. Ends with 65 when no dataset knows the customer.",
  )

  @Argument(help: "The customer's key as the export has it.")
  var customer: String

  @Option(help: "Look in this dataset only.")
  var dataset: String?

  @Flag(help: "Print a JSON list, one object a dataset.")
  var json = false

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    try answer { output in
      let found = try Explanation.all(of: customer, dataset: dataset, settings)
      if json {
        try output.write(JSONText.of(found) + "\n")
      } else {
        for explanation in found { try output.write(ExplanationText(explanation).text) }
      }
    }
  }
}

/// An explanation for people.
struct ExplanationText {
  let explanation: Explanation

  init(_ explanation: Explanation) {
    self.explanation = explanation
  }

  var text: String {
    var lines = [
      "\(explanation.customer) in \(explanation.dataset), run \(explanation.run)",
      "segment     \(explanation.name) (confidence \(explanation.confidence))",
    ]
    if let own = explanation.distances.first(where: { $0.segment == explanation.segment }),
      let next = explanation.distances.first(where: { $0.segment != explanation.segment })
    {
      lines.append(
        "distance    \(Self.short(own.distance)) to its center, \(Self.short(next.distance)) to "
          + "the next one, \(next.name)"
      )
    }
    for feature in explanation.features {
      let value = feature.value.map(Self.short) ?? "unknown"
      let rank = feature.rank.map { ", above \(Int(($0 * 100).rounded()))% of customers" } ?? ""
      lines.append("feature     \(feature.name) \(value)\(rank)")
    }
    if let scores = explanation.scores {
      lines.append(
        "scores      recency \(scores.recency), frequency \(scores.frequency), spend "
          + "\(scores.monetary) of 5: \(scores.group)"
      )
    }
    for stay in explanation.moves { lines.append("run         \(stay.run)  \(stay.name)") }
    for file in explanation.files {
      let unit = explanation.grain == .customers ? "row" : "order"
      let count = "\(file.rows) \(unit)\(file.rows == 1 ? "" : "s")"
      lines.append("file        \(file.file)  \(count), \(file.sha256.prefix(12))")
    }
    if explanation.untracedLines > 0 {
      lines.append("file        \(explanation.untracedLines) lines without an order number")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func short(_ value: Double) -> String {
    let rounded = (value * 1_000).rounded() / 1_000
    return rounded == rounded.rounded() && rounded.magnitude < 1e15
      ? "\(Int(rounded))" : "\(rounded)"
  }
}
