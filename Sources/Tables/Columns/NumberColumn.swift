/// A column of numbers, with a mark on each cell that holds none.
///
/// Cells that hold no value have 0 in `values`; look at `states` before using one.
package struct NumberColumn: Sendable, Equatable {
  /// The number of each row; 0 where the row holds none.
  package var values: [Double]
  /// What each cell is.
  package var states: [CellState]
  /// The text of unreadable cells by row, cut at 200 characters.
  package var raw: [Int: String]

  /// Makes a column of parts of equal length.
  package init(values: [Double] = [], states: [CellState] = [], raw: [Int: String] = [:]) {
    precondition(values.count == states.count, "A number column needs one state for each value.")
    self.values = values
    self.states = states
    self.raw = raw
  }

  /// Makes a column in which every cell holds a number, or nothing where it is nil.
  package init(_ cells: [Double?]) {
    self.init(
      values: cells.map { $0 ?? 0 },
      states: cells.map { $0 == nil ? .missing : .value },
    )
  }

  /// Whether every cell holds a number.
  package var isWhole: Bool { states.count(of: .value) == states.count }

  /// How many rows the column has.
  package var count: Int { values.count }

  /// The number of a row, or nil if its cell holds none.
  package subscript(row: Int) -> Double? {
    states[row] == .value ? values[row] : nil
  }

  /// Adds the rows of another column below these.
  package mutating func append(_ other: NumberColumn) {
    raw.appendRows(other.raw, after: count)
    values += other.values
    states += other.states
  }

  /// The column with only the rows that are marked true.
  package func keeping(_ rows: [Bool]) -> NumberColumn {
    NumberColumn(
      values: values.keeping(rows),
      states: states.keeping(rows),
      raw: raw.keepingRows(rows),
    )
  }
}
