import Plots
import Segments

/// The parameters that bring each clustered measure to the common scale.
struct ScalingTablePanel: Panel {
  static let id = "scaling_table"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let parameters = reading.report.scaling.parameters
    guard !parameters.isEmpty else { return .absent("") }
    let words = reading.words
    let number = min(62, subject.width * 0.27)
    let columns = [
      TableDrawing.Column(
        title: words("table.measure"),
        width: subject.width - 2 * number,
        isText: true
      ),
      .init(title: words("table.center"), width: number),
      .init(title: words("table.scale"), width: number),
    ]
    let rows = parameters.map { parameter -> [TableDrawing.Cell] in
      [
        .init(reading.measure(parameter.feature)?.label ?? parameter.feature),
        .init(reading.format.number(parameter.center), .data.plain),
        .init(reading.format.number(parameter.scale), .data.plain),
      ]
    }
    let sheet = TableDrawing(columns: columns, pitch: 14)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.title = words("scaling.title")
    picture.descriptor = words(
      reading.report.scaling.method == "log" ? "scaling.desc.log" : "scaling.desc"
    )
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }
}
