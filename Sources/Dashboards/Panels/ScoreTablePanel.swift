import Plots
import Segments

/// What each score of recency, frequency and spend stands for, and how many customers have it.
struct ScoreTablePanel: Panel {
  static let id = "rfm_scores"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let scores = reading.report.rfm?.scores, !scores.isEmpty else { return .absent("") }
    let words = reading.words
    let names = scores.reduce(into: [String]()) { names, score in
      if !names.contains(score.feature) { names.append(score.feature) }
    }
    let label = min(80, subject.width * 0.16)
    let pair = (subject.width - label) / Double(names.count)
    var columns = [TableDrawing.Column(title: "", width: label, isText: true)]
    for name in names {
      let title = reading.measure(name)?.label ?? MeasureLabels.readable(name)
      columns += [
        .init(title: title, width: pair * 0.6),
        .init(title: words("kpi.customers"), width: pair * 0.4),
      ]
    }
    let rows = (1...5).reversed().map { score -> [TableDrawing.Cell] in
      let title = words("rfm.score", ["n": reading.format.integer(score)])
      return names.reduce(into: [.init(title, .data.bold)]) { cells, name in
        let facts = scores.first { $0.feature == name && $0.score == score }
        cells.append(.init(facts.map { range($0, reading) } ?? "–", .data.plain))
        cells.append(.init(facts.map { reading.cell($0.customers) } ?? "–", .axis))
      }
    }
    let sheet = TableDrawing(columns: columns, pitch: 17)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.title = words("rfm.scores.title")
    picture.descriptor = words(
      "rfm.scores.desc",
      ["n": reading.format.integer(reading.report.customers)]
    )
    picture.notes = [words("rfm.note")]
    // A column without a name would be a button without one on a screen.
    picture.table = DataTable(
      [words("table.figure")] + columns.dropFirst().map(\.title),
      rows.map { $0.map(\.text) }
    )
    picture.onScreen = .table
    return .picture(picture)
  }

  private func range(_ score: SegmentReport.RFMScore, _ reading: Reading) -> String {
    guard let measure = reading.measure(score.feature) else { return "–" }
    let (low, high) = (measure.text(score.low), measure.text(score.high))
    return low == high ? low : reading.words("rfm.range", ["low": low, "high": high])
  }
}
