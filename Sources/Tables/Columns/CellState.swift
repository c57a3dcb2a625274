/// Whether a cell holds a value, holds nothing, or holds something nobody can read.
package enum CellState: UInt8, Sendable {
  /// The cell holds a value of its column's kind.
  case value
  /// The cell is empty or says that it is ("NA", "null", "-" …).
  case missing
  /// The cell holds text that is not of its column's kind.
  case unreadable
}

extension [CellState] {
  /// How many rows are in this state.
  func count(of state: CellState) -> Int {
    let states = span
    var count = 0
    for row in 0..<states.count { count &+= states[row].rawValue == state.rawValue ? 1 : 0 }
    return count
  }

  /// The rows in this state for which a question about the row is answered with yes.
  @inline(__always)
  func rows(of state: CellState, where isMeant: (Int) -> Bool = { _ in true }) -> [Int] {
    var rows: [Int] = []
    // Nearly always there are none, or all: counting looks at many at once.
    if state != .value, count(of: state) == 0 { return rows }
    let states = span
    for row in 0..<states.count where states[row].rawValue == state.rawValue {
      if isMeant(row) { rows.append(row) }
    }
    return rows
  }
}
