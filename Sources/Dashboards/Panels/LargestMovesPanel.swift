import Plots
import Segments

/// The largest streams between segments and out of the data, with what their customers have brought.
struct LargestMovesPanel: Panel {
  static let id = "largest_moves"
  /// Below this width from and to share a column.
  private static let narrow = 300.0

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
    let isNarrow = subject.width < Self.narrow
    let number = isNarrow ? 46.0 : 52
    let text = (subject.width - (hasValue ? 2 : 1) * number) / (isNarrow ? 1 : 2)
    var columns = [
      TableDrawing.Column(title: words("kpi.customers"), width: number)
    ]
    if hasValue, let value = reading.value {
      columns.append(.init(title: value.shortLabel, width: number))
    }
    let places = isNarrow ? [words("moves.pair")] : [words("moves.from"), words("moves.to")]
    columns = places.map { .init(title: $0, width: text, isText: true) } + columns
    let rows = moves.prefix(isNarrow ? 6 : 8).map { move in
      self.places(of: move, table, reading, isNarrow ? nil : text - 8)
        + numbers(of: move, reading, hasValue)
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

  /// From where to where: in one cell of several lines, or in two no wider than given, since names
  /// of three lines would push the table off the page.
  private func places(
    of move: Move,
    _ table: MoveTable,
    _ reading: Reading,
    _ width: Double?
  ) -> [TableDrawing.Cell] {
    let names = ChangeWords(reading: reading)
    let (from, to) = (names.name(of: table.from[move.row]), names.name(of: table.to[move.column]))
    guard let width else {
      // A letter stays with its name.
      let pair = [from, to].map { $0.replacing(" ", with: "\u{a0}", maxReplacements: 1) }
      return [.init(reading.words("flow.pair", ["from": pair[0], "to": pair[1]]), .data)]
    }
    let font = reading.style.text(.data)
    return [from, to].map {
      .init(reading.style.measure.ellipsized($0, width: width, style: font), .data)
    }
  }

  private func numbers(
    of move: Move,
    _ reading: Reading,
    _ hasValue: Bool
  ) -> [TableDrawing.Cell] {
    var cells = [TableDrawing.Cell(reading.format.integer(move.customers), .data)]
    if hasValue {
      let text = move.value.flatMap { value in reading.value?.total(value) } ?? "–"
      cells.append(.init(text, .data))
    }
    return cells
  }
}
