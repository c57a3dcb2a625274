import Plots
import Segments

/// What every measure means, and whether it decided about the segments.
struct MeaningTablePanel: Panel {
  static let id = "measure_table"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard !reading.measures.isEmpty else { return .absent("") }
    let words = reading.words
    let isOwn = reading.measures.contains { words.find("meaning." + $0.facts.name) != nil }
    let (label, last) = (subject.width * 0.27, subject.width * 0.25)
    let columns = [
      TableDrawing.Column(title: words("table.measure"), width: label, isText: true),
      .init(
        title: words("meaning.column"),
        width: subject.width - label - last,
        isText: true
      ),
      .init(title: words("meaning.part"), width: last, isText: true),
    ]
    let ink = Lettering(.axis).color(reading.style.theme.ink)
    let rows = reading.measures.map { measure -> [TableDrawing.Cell] in
      [
        .init(measure.label, .data), .init(meaning(of: measure, words), ink),
        .init(part(of: measure, reading)),
      ]
    }
    let sheet = TableDrawing(columns: columns, pitch: 14.5)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.header = sheet.headerHeight(reading.style)
    picture.title = words("meaning.title")
    picture.descriptor = isOwn ? words("meaning.desc") : ""
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }

  private func meaning(of measure: Measure, _ words: Words) -> String {
    let own = measure.facts.unit == nil ? nil : words.find("meaning." + measure.facts.name)
    return own ?? words("meaning.header")
  }

  /// Whether it was clustered, or the rule that left it out.
  private func part(of measure: Measure, _ reading: Reading) -> String {
    let words = reading.words
    guard !measure.facts.clustered else { return words("meaning.yes") }
    guard let reason = measure.facts.reason, words.find("part." + reason.rule) != nil else {
      return words("meaning.no")
    }
    let other = reason.feature.flatMap(reading.measure)?.inner ?? reason.feature ?? ""
    return words("part." + reason.rule, ["measure": SafeText.label(other)])
  }
}
