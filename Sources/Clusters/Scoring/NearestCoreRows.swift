/// Gives rows the cluster that DBSCAN would give them: that of the nearest core row within `eps`.
///
/// A row of the fit gets the label it has there, because the rule is the fit's own.
package struct NearestCoreRows: Sendable {
  private let cores: NearestCore
  private let eps: Double

  /// The cluster of a row, nil for noise, and how far away its core row is.
  package struct Answer: Sendable, Equatable {
    package let cluster: Int?
    /// 0 for a core row of the fit; infinite for noise.
    package let distance: Double
  }

  /// Takes a fit and the matrix it was made of.
  package init(_ fit: DBSCANFit, on matrix: OrderedMatrix) {
    let isCore = matrix.treeOrder(fit.isCore)
    var before = [0]
    before.reserveCapacity(isCore.count + 1)
    for core in isCore { before.append(before[before.count - 1] + (core ? 1 : 0)) }
    cores = NearestCore(
      isCore: isCore,
      counts: matrix.tree.nodes.map { before[Int($0.end)] - before[Int($0.start)] },
      labels: matrix.treeOrder(fit.partition.labels),
      tree: matrix.tree,
    )
    eps = fit.eps
  }

  /// The answer for every row, in the rows' order.
  package func answers(for matrix: Matrix) throws(ClusterError) -> [Answer] {
    let points = cores.tree.points
    guard matrix.columnCount == points.columnCount else {
      throw .columnCountDiffers(expected: points.columnCount, found: matrix.columnCount)
    }
    return Parallel.blocks(of: matrix.rowCount, size: 2_048) { rows in
      var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
      return rows.map { row in
        let point = matrix.row(row)
        guard let core = cores.nearest(to: point, limit: eps * eps, &distances) else {
          return Answer(cluster: nil, distance: .infinity)
        }
        var way = 0.0
        for (column, value) in point.enumerated() {
          let gap = points.value(core, column) - value
          way += gap * gap
        }
        return Answer(cluster: Int(cores.labels[core]), distance: way.squareRoot())
      }
    }
  }
}
