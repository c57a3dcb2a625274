/// A matrix put into the order of its values, once, for all fits and scores that follow.
///
/// Whatever order the caller's rows are in, this is the same, and so is everything computed from
/// it. Make one and hand it to every method: sorting and the search tree are then paid once.
package struct OrderedMatrix: Sendable {
  package let rowCount: Int
  package let columnCount: Int
  /// How many rows differ from each other.
  package let distinctRowCount: Int
  /// The caller's row at each place of the order.
  let order: [Int32]
  /// The rows in space, close ones close together.
  let tree: KDTree

  /// Sorts the rows of the matrix and builds their search tree.
  package init(_ matrix: Matrix) {
    rowCount = matrix.rowCount
    columnCount = matrix.columnCount
    let columns = matrix.columns
    let order = RowOrder.lexicographic(columns)
    let sorted = Parallel.map(columns.count) { column in order.map { columns[column][Int($0)] } }
    var distinct = min(1, rowCount)
    for row in 1..<max(1, rowCount) where sorted.contains(where: { $0[row] != $0[row - 1] }) {
      distinct += 1
    }
    distinctRowCount = distinct
    tree = KDTree(sorted: sorted)
    self.order = order
  }

  /// The rows in tree order, padded for the C loops.
  var points: PaddedColumns { tree.points }

  /// Takes a value per tree row to the caller's rows.
  func callersOrder<Value>(_ values: [Value], filler: Value) -> [Value] {
    var result = [Value](repeating: filler, count: rowCount)
    for (place, value) in values.enumerated() {
      result[callersRow(place)] = value
    }
    return result
  }

  /// Takes a value per caller's row to the tree rows.
  func treeOrder<Value>(_ values: [Value]) -> [Value] {
    (0..<rowCount).map { values[callersRow($0)] }
  }

  /// The caller's row of each tree row.
  var callersRows: [Int] { (0..<rowCount).map(callersRow) }

  private func callersRow(_ place: Int) -> Int {
    Int(order[Int(tree.positions[place])])
  }
}
