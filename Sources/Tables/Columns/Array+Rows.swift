extension Array {
  /// The elements whose row is marked true.
  func keeping(_ rows: [Bool]) -> [Element] {
    var kept: [Element] = []
    kept.reserveCapacity(count)
    for row in indices where rows[row] {
      kept.append(self[row])
    }
    return kept
  }
}

extension [Int: String] {
  /// Adds texts of rows that now stand `rows` further down.
  mutating func appendRows(_ other: [Int: String], after rows: Int) {
    for (row, text) in other {
      self[row + rows] = text
    }
  }

  /// The texts of the rows that are marked true, by their new row.
  func keepingRows(_ rows: [Bool]) -> [Int: String] {
    guard !isEmpty else { return [:] }
    var kept: [Int: String] = [:]
    var newRow = 0
    for row in rows.indices where rows[row] {
      if let text = self[row] { kept[newRow] = text }
      newRow += 1
    }
    return kept
  }
}
