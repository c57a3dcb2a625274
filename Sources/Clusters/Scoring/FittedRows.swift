/// Finds rows again that were in a fit, so that they keep the label they have there.
///
/// For methods without a rule for new rows, and to be sure with those that have one.
package struct FittedRows: Sendable {
  private let points: PaddedColumns
  /// Tree rows in the order of their values.
  private let sorted: [Int32]
  private let callersRows: [Int]

  /// Remembers the rows of a matrix; costs no copy of them.
  package init(of matrix: OrderedMatrix) {
    points = matrix.points
    callersRows = matrix.callersRows
    var sorted = [Int32](repeating: 0, count: matrix.rowCount)
    for (row, position) in matrix.tree.positions.enumerated() {
      sorted[Int(position)] = Int32(row)
    }
    self.sorted = sorted
  }

  /// For each row of another matrix a row of the fit, in its caller's order, that is equal in every
  /// column; nil where there is none.
  ///
  /// Cost: a search by halves a row.
  package func matches(for matrix: Matrix) throws(ClusterError) -> [Int?] {
    guard matrix.columnCount == points.columnCount else {
      throw .columnCountDiffers(expected: points.columnCount, found: matrix.columnCount)
    }
    return Parallel.blocks(of: matrix.rowCount, size: 4_096) { rows in
      var point = [Double](repeating: 0, count: matrix.columnCount)
      return rows.map { row in
        for column in point.indices {
          point[column] = matrix.values[column * matrix.rowCount + row]
        }
        return treeRow(equalTo: point).map { callersRows[$0] }
      }
    }
  }

  /// The labels that rows of another matrix have in a partition of the fitted rows; nil for rows
  /// that were not in the fit.
  package func labels(
    for matrix: Matrix,
    in partition: Partition,
  ) throws(ClusterError) -> [Int32?] {
    try matches(for: matrix).map { match in match.map { partition.labels[$0] } }
  }

  /// The first tree row, by value, that equals the point.
  func treeRow(equalTo point: [Double]) -> Int? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(Int(sorted[middle]), point) { low = middle + 1 } else { high = middle }
    }
    guard low < sorted.count else { return nil }
    let row = Int(sorted[low])
    return point.indices.allSatisfy { points.value(row, $0) == point[$0] } ? row : nil
  }

  private func precedes(_ row: Int, _ point: [Double]) -> Bool {
    for column in point.indices {
      let value = points.value(row, column)
      if value != point[column] { return value < point[column] }
    }
    return false
  }
}
