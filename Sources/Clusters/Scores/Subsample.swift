import Synchronization

/// Some rows of a matrix, put in order once for all candidates that are clustered anew on them.
///
/// A class, because the tree of Ward's method is made when the first candidate asks for it and is the same for any
/// number of clusters.
package final class Subsample: Sendable {
  /// The rows in the whole matrix.
  package let rows: [Int]
  package let matrix: OrderedMatrix
  private let tree = Mutex<WardTree?>(nil)

  /// Takes rows of a matrix.
  package init(_ rows: [Int], of whole: Matrix) {
    self.rows = rows
    var values: [Double] = []
    values.reserveCapacity(rows.count * whole.columnCount)
    for column in 0..<whole.columnCount {
      let start = column * whole.rowCount
      for row in rows { values.append(whole.values[start + row]) }
    }
    matrix = OrderedMatrix(
      Matrix(trusted: values, rowCount: rows.count, columnCount: whole.columnCount)
    )
  }

  /// Several at once, on all cores; lists without rows are left out.
  package static func all(_ lists: [[Int]], of whole: Matrix) -> [Subsample] {
    let drawn = lists.filter { !$0.isEmpty }
    return Parallel.map(drawn.count) { Subsample(drawn[$0], of: whole) }
  }

  /// All merges of Ward's method on the rows.
  package func wardTree() throws(ClusterError) -> WardTree {
    if let known = tree.withLock({ $0 }) { return known }
    let grown = try WardTree(of: matrix)
    tree.withLock { $0 = grown }
    return grown
  }
}
