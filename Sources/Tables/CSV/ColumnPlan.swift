/// An order to read one column of a file as numbers, dates or texts.
package struct ColumnPlan: Sendable, Equatable {
  /// Which column of the file, counted from 0.
  package let index: Int
  /// The name of the column in the table that is read.
  package let name: String
  /// What the cells are to be read as.
  package let kind: ColumnKind

  /// Makes a plan for one column.
  package init(index: Int, name: String, kind: ColumnKind) {
    self.index = index
    self.name = name
    self.kind = kind
  }
}
