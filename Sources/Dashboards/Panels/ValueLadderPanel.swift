import Plots
import Segments

/// From which value on a customer is among the best, and what these bring.
struct ValueLadderPanel: Panel {
  static let id = "value_ladder"
  private static let steps = [1, 5, 10, 20, 50]

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let value = reading.value, value.facts.n >= 100, value.facts.quantiles.count == 101,
      !value.isConstant, let curve = ConcentrationPanel.curve(value.facts)
    else { return .absent("") }
    let words = reading.words
    let rows = Self.steps.map { step -> [String] in
      [
        words("ladder.top", ["share": reading.format.percentage(reading.format.integer(step))]),
        value.text(value.facts.quantiles[100 - step]), reading.format.percent(curve[step]),
      ]
    }
    let number = subject.width / 3
    let columns = ["ladder.group", "ladder.from", "ladder.share"].enumerated().map { index, key in
      TableDrawing.Column(title: words(key), width: number, isText: index == 0)
    }
    let cells = rows.map { row in
      row.enumerated().map { index, text in
        TableDrawing.Cell(text, index == 0 ? .axis : index == 2 ? .data.bold : .data.plain)
      }
    }
    let sheet = TableDrawing(columns: columns, pitch: 17)
    var picture = sheet.picture(cells, for: subject, reading.style)
    picture.title = words("ladder.title")
    picture.descriptor = words("ladder.desc", ["measure": value.inner])
    picture.table = DataTable(columns.map(\.title), rows)
    picture.onScreen = .table
    return .picture(picture)
  }
}
