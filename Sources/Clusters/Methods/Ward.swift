/// Joins the most similar clusters again and again until k are left.
///
/// It starts with every row alone. Similar means: the sum of squared distances to the clusters'
/// means grows least. All rows take part, no sample. For several k make a `WardTree` once.
package struct Ward: Sendable, Equatable {
  package var k: Int

  package init(k: Int) {
    self.k = k
  }

  /// Clusters the rows of a matrix; for several fits of one matrix, order it once yourself.
  package func fit(_ matrix: Matrix) throws(ClusterError) -> WardFit {
    try fit(OrderedMatrix(matrix))
  }

  /// Clusters the rows of an ordered matrix.
  package func fit(_ matrix: OrderedMatrix) throws(ClusterError) -> WardFit {
    guard matrix.rowCount > 0 else { throw .noRows }
    guard k >= 1 else { throw .clusterCountOutOfRange(k) }
    let tree = try WardTree(of: matrix)
    return WardFit(
      partition: try tree.partition(k: k),
      inertia: try tree.inertia(k: k),
      dendrogram: tree.dendrogram(last: WardFit.drawnMerges),
      on: matrix,
    )
  }
}
