/// Gives rows the cluster of the nearest of some known points, as DBSCAN does with its core rows.
package struct NearestPoints: Sendable {
  private let points: NearestCore
  private let callersRows: [Int]
  private let radius: Double

  /// The cluster of a row, nil for noise and where no point is near enough.
  package struct Answer: Sendable, Equatable {
    package let cluster: Int?
    package let distance: Double
    /// Which point it was, in the caller's order.
    package let point: Int

    package init(cluster: Int?, distance: Double, point: Int) {
      self.cluster = cluster
      self.distance = distance
      self.point = point
    }
  }

  /// Takes points and the cluster of each, below zero for noise; ties go to the point that sorts first.
  package init(_ matrix: OrderedMatrix, clusters: [Int32], within radius: Double) {
    points = NearestCore(
      isCore: [Bool](repeating: true, count: matrix.rowCount),
      counts: matrix.tree.nodes.map { Int($0.end) - Int($0.start) },
      labels: matrix.treeOrder(clusters),
      tree: matrix.tree,
    )
    callersRows = matrix.callersRows
    self.radius = radius
  }

  /// The answer for every row, in the rows' order.
  package func answers(for matrix: Matrix) throws(ClusterError) -> [Answer] {
    let columns = points.tree.points
    guard matrix.columnCount == columns.columnCount else {
      throw .columnCountDiffers(expected: columns.columnCount, found: matrix.columnCount)
    }
    return Parallel.blocks(of: matrix.rowCount, size: 2_048) { rows in
      var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
      return rows.map { row in
        let place = matrix.row(row)
        guard let point = points.nearest(to: place, limit: radius * radius, &distances) else {
          return Answer(cluster: nil, distance: .infinity, point: 0)
        }
        var way = 0.0
        for (column, value) in place.enumerated() {
          let gap = columns.value(point, column) - value
          way += gap * gap
        }
        let label = points.labels[point]
        return Answer(
          cluster: label < 0 ? nil : Int(label),
          distance: way.squareRoot(),
          point: callersRows[point],
        )
      }
    }
  }
}
