/// The directions in which the rows differ most, for drawing many columns on two axes.
package struct PrincipalComponents: Sendable, Equatable {
  /// The mean of each column.
  package let means: [Double]
  /// A direction per component, of length 1; its largest loading is positive.
  package let components: [[Double]]
  /// The variance along each component (over n − 1), largest first.
  package let explainedVariance: [Double]
  /// The share of the variance along each component, largest first; zeros if nothing varies.
  package let explainedVarianceRatio: [Double]

  /// Finds the components of a matrix.
  package init(of matrix: Matrix) throws(ClusterError) {
    try self.init(of: OrderedMatrix(matrix))
  }

  /// Finds the components of an ordered matrix.
  package init(of matrix: OrderedMatrix) throws(ClusterError) {
    guard matrix.rowCount > 0 else { throw .noRows }
    self.init(of: matrix.points.columns(of: Array(0..<matrix.rowCount)))
  }

  /// Finds the components of each cluster by itself, in the order of the partition's clusters.
  ///
  /// They say in which direction a cluster is stretched, and how much. Along as many components as
  /// a cluster has rows less one there can be variance; along the others it is 0.
  package static func ofClusters(of partition: Partition, on matrix: OrderedMatrix) -> [Self] {
    var members = [[Int]](repeating: [], count: partition.clusterCount)
    for (row, label) in matrix.treeOrder(partition.labels).enumerated() where label >= 0 {
      members[Int(label)].append(row)
    }
    let rows = members
    return Parallel.map(rows.count) { Self(of: matrix.points.columns(of: rows[$0])) }
  }

  /// Trusts that there is a row at least.
  private init(of columns: [[Double]]) {
    let rows = Double(columns[0].count)
    let means = columns.map { $0.reduce(0, +) / rows }
    let centered = zip(columns, means).map { column, mean in column.map { $0 - mean } }
    let covariance = centered.map { a in
      centered.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / max(1, rows - 1) }
    }
    let eigen = SymmetricEigen(of: covariance)
    let variances = eigen.values.map { max(0, $0) }
    let total = variances.reduce(0, +)
    self.means = means
    explainedVariance = variances
    explainedVarianceRatio = variances.map { total > 0 ? $0 / total : 0 }
    components = eigen.vectors.map(Self.oriented)
  }

  /// The coordinates of rows along the first components: an array per component.
  package func project(_ matrix: Matrix, onto count: Int) -> [[Double]] {
    precondition(
      matrix.columnCount == means.count,
      "rows are projected with the columns that the components were made of"
    )
    return components.prefix(count).map { component in
      var result = [Double](repeating: 0, count: matrix.rowCount)
      for (column, loading) in component.enumerated() {
        let start = column * matrix.rowCount
        for row in 0..<matrix.rowCount {
          result[row] += (matrix.values[start + row] - means[column]) * loading
        }
      }
      return result
    }
  }

  /// Turns a direction so that its largest loading is positive; ties: the first of them.
  private static func oriented(_ component: [Double]) -> [Double] {
    var largest = 0
    for at in component.indices
    where component[at].magnitude > component[largest].magnitude * (1 + 1e-9) {
      largest = at
    }
    return component[largest] < 0 ? component.map { 0 - $0 } : component
  }
}
