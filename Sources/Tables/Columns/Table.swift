/// Rows of typed columns, each row with the line of the file it came from.
package struct Table: Sendable, Equatable {
  /// The columns, all of the same length.
  package var columns: [Column]
  /// The line of the file where each row begins, counted from 1.
  package var lines: [Int]

  /// Makes a table of columns that are as long as `lines`.
  package init(columns: [Column], lines: [Int]) {
    precondition(
      columns.allSatisfy { $0.values.count == lines.count },
      "Every column of a table needs one cell for each row.",
    )
    self.columns = columns
    self.lines = lines
  }

  /// How many rows the table has.
  package var rowCount: Int { lines.count }

  /// The first column with this name, or nil.
  package func column(named name: String) -> Column? {
    columns.first { $0.name == name }
  }

  /// Adds the rows of another table with the same columns below these.
  package mutating func append(_ other: Table) {
    precondition(
      columns.count == other.columns.count,
      "Only tables with equal columns can be joined."
    )
    for index in columns.indices {
      columns[index].values.append(other.columns[index].values)
    }
    lines += other.lines
  }

  /// The table with only the rows that are marked true.
  package func keeping(_ rows: [Bool]) -> Table {
    precondition(rows.count == rowCount, "One mark for each row of the table is needed.")
    return Table(
      columns: columns.map { Column(name: $0.name, values: $0.values.keeping(rows)) },
      lines: lines.keeping(rows),
    )
  }
}
