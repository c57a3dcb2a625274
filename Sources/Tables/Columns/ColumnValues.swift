/// The cells of a column: numbers, dates or texts.
package enum ColumnValues: Sendable, Equatable {
  case numbers(NumberColumn)
  case dates(DateColumn)
  case texts(TextColumn)

  /// How many rows the column has.
  package var count: Int {
    switch self {
    case .numbers(let column): column.count
    case .dates(let column): column.count
    case .texts(let column): column.count
    }
  }

  /// What kind of column this is.
  package var kind: ColumnKind {
    switch self {
    case .numbers: .number
    case .dates: .date
    case .texts: .text
    }
  }

  /// Adds the rows of another column of the same kind below these.
  package mutating func append(_ other: ColumnValues) {
    switch (consume self, other) {
    case (.numbers(var mine), .numbers(let more)):
      mine.append(more)
      self = .numbers(mine)
    case (.dates(var mine), .dates(let more)):
      mine.append(more)
      self = .dates(mine)
    case (.texts(var mine), .texts(let more)):
      mine.append(more)
      self = .texts(mine)
    case (.numbers, _), (.dates, _), (.texts, _):
      preconditionFailure("Rows of another kind cannot be added to a column.")
    }
  }

  /// The column with only the rows that are marked true.
  package func keeping(_ rows: [Bool]) -> ColumnValues {
    switch self {
    case .numbers(let column): .numbers(column.keeping(rows))
    case .dates(let column): .dates(column.keeping(rows))
    case .texts(let column): .texts(column.keeping(rows))
    }
  }
}
