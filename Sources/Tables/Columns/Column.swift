/// One column of a table: its header and its cells.
package struct Column: Sendable, Equatable {
  /// The header, as `CSVReader.header` gives it.
  package let name: String
  /// The cells, one a row.
  package var values: ColumnValues

  /// Makes a column.
  package init(name: String, values: ColumnValues) {
    self.name = name
    self.values = values
  }

  /// The numbers of a column of numbers, else nil.
  package var numbers: NumberColumn? {
    if case .numbers(let column) = values { column } else { nil }
  }

  /// The dates of a column of dates, else nil.
  package var dates: DateColumn? {
    if case .dates(let column) = values { column } else { nil }
  }

  /// The texts of a column of texts, else nil.
  package var texts: TextColumn? {
    if case .texts(let column) = values { column } else { nil }
  }

  /// What the cell of a row is.
  package func state(at row: Int) -> CellState {
    switch values {
    case .numbers(let column): column.states[row]
    case .dates(let column): column.states[row]
    case .texts(let column): column.isMissing(at: row) ? .missing : .value
    }
  }

  /// The cell of a row as text, for people: an unreadable cell as it was written, a missing one empty.
  package func text(at row: Int) -> String {
    switch values {
    case .numbers(let column):
      switch column.states[row] {
      case .value: Self.text(of: column.values[row])
      case .missing: ""
      case .unreadable: column.raw[row] ?? ""
      }
    case .dates(let column):
      switch column.states[row] {
      case .value: CivilDay(column.days[row]).text
      case .missing: ""
      case .unreadable: column.raw[row] ?? ""
      }
    case .texts(let column):
      column.string(at: row)
    }
  }

  private static func text(of number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
