/// Whether a cell holds a value, holds nothing, or holds something nobody can read.
package enum CellState: UInt8, Sendable {
  /// The cell holds a value of its column's kind.
  case value
  /// The cell is empty or says that it is ("NA", "null", "-" …).
  case missing
  /// The cell holds text that is not of its column's kind.
  case unreadable
}
