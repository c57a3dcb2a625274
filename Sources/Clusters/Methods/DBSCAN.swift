/// Groups rows that are connected through dense neighborhoods; lonely rows become noise.
///
/// A row is core if at least `minPoints` rows, itself included, lie within `eps` of it. Core rows
/// within `eps` of each other share a cluster. Any other row joins its nearest core row within
/// `eps` (ties: the core row that sorts first by value), or is noise. Exact in any dimension.
package struct DBSCAN: Sendable, Equatable {
  package var eps: Double
  package var minPoints: Int

  package init(eps: Double, minPoints: Int) {
    self.eps = eps
    self.minPoints = minPoints
  }

  /// How many neighbors make a neighborhood dense, unless the user says otherwise.
  package static func defaultMinPoints(rows: Int, columns: Int) -> Int {
    max(2 * columns, rows / 1_000)
  }

  /// Clusters the rows of a matrix; for several fits of one matrix, order it once yourself.
  package func fit(_ matrix: Matrix) throws(ClusterError) -> DBSCANFit {
    try fit(OrderedMatrix(matrix))
  }

  /// Clusters the rows of an ordered matrix.
  package func fit(_ matrix: OrderedMatrix) throws(ClusterError) -> DBSCANFit {
    guard matrix.rowCount > 0 else { throw .noRows }
    guard eps.isFinite, eps > 0 else { throw .radiusOutOfRange(eps) }
    guard minPoints >= 1 else { throw .minPointsOutOfRange(minPoints) }
    let tree = matrix.tree
    let isCore = DenseRows.find(in: tree, eps: eps, minPoints: minPoints)
    var components = CoreComponents(of: isCore, in: tree, eps: eps)
    components.connect()
    var labels = components.labels()
    labels = NearestCore(isCore: isCore, counts: components.coreCounts, labels: labels, tree: tree)
      .complete(within: eps)
    return DBSCANFit(
      partition: Partition(treeLabels: labels, on: matrix),
      isCore: matrix.callersOrder(isCore, filler: false),
      eps: eps,
      minPoints: minPoints,
    )
  }
}
