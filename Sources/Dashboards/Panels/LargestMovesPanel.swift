import Plots
import Segments

/// The largest streams between segments and out of the data, with what their customers have brought.
struct LargestMovesPanel: Panel {
  static let id = "largest_moves"

  private struct Move {
    let row: Int
    let column: Int
    let customers: Int
    let value: Double?
  }

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let migration = reading.report.migration, let table = MoveTable(migration) else {
      return .absent("")
    }
    let moves = self.moves(table, reading)
    guard !moves.isEmpty else { return .absent("") }
    let words = reading.words
    let hasValue = moves.contains { $0.value != nil } && reading.value != nil
    let numbers = hasValue ? [52.0, 52] : [52.0]
    let text = (subject.width - numbers.reduce(0, +)) / 2
    var columns = [
      TableDrawing.Column(title: words("moves.from"), width: text, isText: true),
      .init(title: words("moves.to"), width: text, isText: true),
      .init(title: words("kpi.customers"), width: 52),
    ]
    if hasValue, let value = reading.value {
      columns.append(.init(title: value.shortLabel, width: 52))
    }
    let rows = moves.map { move -> [TableDrawing.Cell] in
      var cells = row(move, table, reading, hasValue)
      // Names of three lines would push the table off the page.
      for place in 0..<2 {
        let style = reading.style.text(.data)
        let name = cells[place].text
        cells[place].text = reading.style.measure.ellipsized(name, width: text - 8, style: style)
      }
      return cells
    }
    let sheet = TableDrawing(columns: columns)
    var picture = sheet.picture(rows, for: subject, reading.style)
    picture.title = words("moves.title")
    picture.descriptor = words("moves.desc")
    picture.table = DataTable(columns.map(\.title), rows.map { $0.map(\.text) })
    picture.onScreen = .table
    return .picture(picture)
  }

  private func moves(_ table: MoveTable, _ reading: Reading) -> [Move] {
    var moves: [Move] = []
    for row in table.from.indices where table.from[row].kind != "new" {
      for column in table.to.indices where !table.isStay(row, column) {
        let count = table.counts[row][column]
        guard count >= reading.style.smallestCell else { continue }
        let value = table.values?[row][column]
        moves.append(Move(row: row, column: column, customers: count, value: value))
      }
    }
    return Array(
      moves.sorted { ($1.customers, $0.row, $0.column) < ($0.customers, $1.row, $1.column) }
        .prefix(8)
    )
  }

  private func row(
    _ move: Move,
    _ table: MoveTable,
    _ reading: Reading,
    _ hasValue: Bool
  ) -> [TableDrawing.Cell] {
    let names = ChangeWords(reading: reading)
    var cells: [TableDrawing.Cell] = [
      .init(names.name(of: table.from[move.row]), .data),
      .init(names.name(of: table.to[move.column]), .data),
      .init(reading.format.integer(move.customers), .data),
    ]
    if hasValue {
      let text = move.value.flatMap { value in reading.value?.total(value) } ?? "–"
      cells.append(.init(text, .data))
    }
    return cells
  }
}
