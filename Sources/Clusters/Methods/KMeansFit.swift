/// What k-means found.
package struct KMeansFit: Sendable, Equatable {
  package let partition: Partition
  /// A center per cluster, in the order of the partition's clusters.
  package let centers: [[Double]]
  /// The sum of squared distances of all rows to their centers.
  package let inertia: Double
  /// How many restarts were tried.
  package let restarts: Int
  /// How many steps the best restart took.
  package let iterations: Int

  /// Makes centers exact means and labels exactly those of the nearest center.
  ///
  /// The steps follow moves in their sums, which leaves rounding behind; here it is cleared away,
  /// so that scoring a row by `NearestCenters` gives the label it has in the fit.
  init(_ restart: LloydRestart, restarts: Int, on matrix: OrderedMatrix) {
    let points = matrix.points
    var flat = Self.sorted(restart.centers, columns: points.columnCount)
    var nearest = points.twoNearest(0..<points.rowCount, of: flat)
    for _ in 0..<20 {
      let groups = ClusterMeans(of: nearest.labels, on: points)
      let means = groups.sizes.indices.filter { groups.sizes[$0] > 0 }.map { groups.means[$0] }
      let next = Self.sorted(means.flatMap(\.self), columns: points.columnCount)
      if next == flat { break }
      flat = next
      nearest = points.twoNearest(0..<points.rowCount, of: flat)
    }
    partition = Partition(treeLabels: nearest.labels, on: matrix)
    var centers = [[Double]](repeating: [], count: partition.clusterCount)
    let labels = matrix.treeOrder(partition.labels)
    for (row, label) in labels.enumerated() where centers[Int(label)].isEmpty {
      let start = Int(nearest.labels[row]) * points.columnCount
      centers[Int(label)] = Array(flat[start..<start + points.columnCount])
    }
    self.centers = centers
    inertia = nearest.first.reduce(0, +)
    self.restarts = restarts
    iterations = restart.iterations
  }

  /// Centers in the order of their values, so that a tie goes to the one that sorts first.
  private static func sorted(_ centers: [Double], columns: Int) -> [Double] {
    stride(from: 0, to: centers.count, by: columns)
      .map { Array(centers[$0..<$0 + columns]) }
      .sorted { $0.lexicographicallyPrecedes($1) }
      .flatMap(\.self)
  }
}
