/// What the cells of a column are to be read as.
package enum ColumnKind: Sendable, Equatable {
  case number
  case date
  case text
}
