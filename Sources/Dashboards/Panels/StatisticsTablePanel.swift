import Plots
import Segments

/// The exact numbers of every measure over all customers.
struct StatisticsTablePanel: Panel {
  static let id = "stat_table"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard !reading.measures.isEmpty else { return .absent(reading.words("absent.no-measure")) }
    let words = reading.words
    let names = ["n", "missing", "mean", "sd", "min", "q25", "median", "q75", "max"]
    let keys = names + (reading.isSegmented ? ["separation"] : [])
    let rows = reading.measures.map { measure -> [TableDrawing.Cell] in
      var cells = [TableDrawing.Cell(measure.label, .data)]
      cells += keys.map { .init(value($0, of: measure, reading), .data.plain) }
      return cells
    }
    // No number may be cut and no word of a header broken: every column is as wide as its widest.
    let wanted = keys.enumerated().map { place, key in
      let words = words("table." + key).split(separator: " ").map(String.init)
      let header = words.map { reading.style.width($0, .axis) }.max() ?? 0
      let cells = rows.map { reading.style.width($0[place + 1].text, .data.plain) }.max() ?? 0
      return max(header + 7, cells + 10)
    }
    let label = max(min(110, subject.width * 0.2), subject.width - wanted.reduce(0, +))
    let spare = (subject.width - label - wanted.reduce(0, +)) / Double(keys.count)
    var columns = [
      TableDrawing.Column(title: words("table.measure"), width: label, isText: true)
    ]
    columns += zip(keys, wanted).map { .init(title: words("table." + $0), width: $1 + spare) }
    let sheet = TableDrawing(columns: columns)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.header = sheet.headerHeight(reading.style)
    picture.title = words("stat.title")
    picture.descriptor = words(
      "stat.desc",
      ["n": reading.format.integer(reading.report.customers)]
    )
    if reading.isSegmented { picture.notes = [words("separation.note")] }
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }

  private func value(_ key: String, of measure: Measure, _ reading: Reading) -> String {
    let facts = measure.facts
    switch key {
    case "n": return reading.format.integer(facts.n)
    case "missing": return reading.format.integer(facts.missing)
    case "separation":
      return facts.separation.map { reading.format.fixed($0, decimals: 2) } ?? "–"
    default: break
    }
    guard facts.n > 0 else { return "–" }
    switch key {
    case "mean": return measure.text(facts.mean)
    case "sd": return measure.text(facts.sd)
    case "min": return measure.text(facts.min)
    case "q25": return measure.text(facts.box.q25)
    case "median": return measure.text(facts.median)
    case "q75": return measure.text(facts.box.q75)
    default: return measure.text(facts.max)
    }
  }
}
