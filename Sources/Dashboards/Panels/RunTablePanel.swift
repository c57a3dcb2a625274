import Plots
import Segments

/// The last runs as a table: customers, value, method and its score, new records.
struct RunTablePanel: Panel {
  static let id = "run_table"
  private static let most = 12

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let trend = reading.report.trend, trend.runs.count > 1 else { return .absent("") }
    let words = reading.words
    let isDated = trend.runs.contains { $0.asOf != nil }
    let hasAmount = reading.value != nil && trend.runs.contains { $0.amount != nil }
    let numbers = hasAmount ? 5.0 : 4
    var columns = [
      TableDrawing.Column(
        title: words(isDated ? "runs.run" : "runs.number"),
        width: subject.width - 120 - numbers * 66,
        isText: true
      ),
      .init(title: words("runs.method"), width: 120, isText: true),
      .init(title: words("runs.silhouette"), width: 66),
      .init(title: words("kpi.customers"), width: 66),
    ]
    if hasAmount, let value = reading.value {
      columns.append(.init(title: value.shortLabel, width: 66))
    }
    columns += [
      .init(title: words("unassigned"), width: 66), .init(title: words("runs.rows"), width: 66),
    ]
    let shown = Array(trend.runs.indices.suffix(Self.most))
    let rows = shown.map { index in
      Self.texts(of: index, trend, hasAmount, reading).map { text in
        TableDrawing.Cell(text, index == trend.runs.count - 1 ? .data.bold : .data)
      }
    }
    let sheet = TableDrawing(columns: columns, tinted: rows.count - 1)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.title = words("runs.title")
    picture.descriptor = words("runs.desc")
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }

  /// The day of a run, or its number where days are unknown.
  static func name(of index: Int, _ trend: SegmentReport.Trend, _ reading: Reading) -> String {
    let day = trend.runs[index].asOf.flatMap(Day.init(iso:))
    return day.map { reading.format.date($0) } ?? reading.format.integer(index + 1)
  }

  private static func texts(
    of index: Int,
    _ trend: SegmentReport.Trend,
    _ hasAmount: Bool,
    _ reading: Reading
  ) -> [String] {
    let run = trend.runs[index]
    let format = reading.format
    var texts = [
      name(of: index, trend, reading),
      reading.words.find("method." + run.method) ?? SafeText.label(run.method),
      run.silhouette.map { format.fixed($0, decimals: 2) } ?? "–", reading.cell(run.customers),
    ]
    if hasAmount { texts.append(run.amount.flatMap { reading.value?.total($0) } ?? "–") }
    return texts + [reading.cell(run.unassigned), format.integer(run.rows)]
  }
}
