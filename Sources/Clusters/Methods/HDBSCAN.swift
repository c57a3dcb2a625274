/// Groups rows by density at every radius at once; keeps the groups that last longest.
///
/// The core distance of a row is that of its `minPoints`-th nearest row, itself counted: so are
/// `min_samples` in scikit-learn and DBSCAN's `minPoints` here, while the `hdbscan` library, which
/// does not count the row itself, gives the same with `min_samples` one lower. Exact in any
/// dimension. Cost: near-linear in practice in few dimensions.
package struct HDBSCAN: Sendable, Equatable {
  /// Which clusters of the tree are the answer.
  package enum Selection: String, Sendable, CaseIterable {
    /// Those that last longer than all they split into: few, of different density.
    case excessOfMass = "excess-of-mass"
    /// Those that split no further: many, small and alike.
    case leaf
  }

  package var minClusterSize: Int
  package var minPoints: Int
  package var selection: Selection
  /// Whether all rows may be one cluster, if nothing they split into lasts longer.
  package var allowSingleCluster: Bool

  /// Takes `minClusterSize` for `minPoints` too, unless told otherwise.
  package init(
    minClusterSize: Int,
    minPoints: Int? = nil,
    selection: Selection = .excessOfMass,
    allowSingleCluster: Bool = false,
  ) {
    self.minClusterSize = minClusterSize
    self.minPoints = minPoints ?? minClusterSize
    self.selection = selection
    self.allowSingleCluster = allowSingleCluster
  }

  /// Clusters the rows of a matrix; for several fits of one matrix, order it once yourself.
  package func fit(_ matrix: Matrix) throws(ClusterError) -> HDBSCANFit {
    try fit(OrderedMatrix(matrix))
  }

  /// Clusters the rows of an ordered matrix.
  package func fit(_ matrix: OrderedMatrix) throws(ClusterError) -> HDBSCANFit {
    guard matrix.rowCount > 0 else { throw .noRows }
    guard minClusterSize >= 2 else { throw .minClusterSizeOutOfRange(minClusterSize) }
    guard minPoints >= 1 else { throw .minPointsOutOfRange(minPoints) }
    let neighbors = CoreNeighbors(of: matrix.tree, rank: minPoints)
    let spanning = SpanningTree(of: matrix.tree, neighbors: neighbors)
    let merges = MergeTree(of: spanning.edges, rows: matrix.rowCount)
    var tree = CondensedTree(of: merges, minClusterSize: minClusterSize)
    tree.settleSaddles(in: matrix.tree, cores: neighbors.squares)
    let selection = ClusterSelection(
      from: tree,
      by: selection,
      allowSingleCluster: matrix.rowCount >= minClusterSize
        && (allowSingleCluster || matrix.distinctRowCount == 1),
    )
    return HDBSCANFit(of: tree, selection, cores: neighbors.squares, settings: self, on: matrix)
  }
}
