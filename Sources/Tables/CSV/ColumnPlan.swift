/// An order to read one column of a file as numbers, dates or texts.
package struct ColumnPlan: Sendable, Equatable {
  /// Which column of the file, counted from 0.
  package let index: Int
  /// The name of the column in the table that is read.
  package let name: String
  /// What the cells are to be read as.
  package let kind: ColumnKind
  /// Where the cells go.
  package var place = Place.rows

  /// The part of a table that has a column.
  package enum Place: Sendable {
    /// Every row has a cell.
    case rows
    /// Rows that follow each other and say the same in all columns of this kind have one together.
    case heads
    /// There is no such column: it is only looked at for texts that cannot be decoded.
    case nowhere
  }

  /// Makes a plan for one column.
  package init(index: Int, name: String, kind: ColumnKind) {
    self.index = index
    self.name = name
    self.kind = kind
  }
}
