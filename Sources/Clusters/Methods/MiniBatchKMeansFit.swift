/// What mini-batch k-means found.
package struct MiniBatchKMeansFit: Sendable, Equatable {
  package let partition: Partition
  /// A center per cluster, in the order of the partition's clusters.
  ///
  /// Every row is in the cluster of its nearest center; the centers are near their clusters' means.
  package let centers: [[Double]]
  /// The sum of squared distances of all rows to their centers.
  package let inertia: Double
  /// How many batches the best start drew.
  package let steps: Int

  /// Takes one exact step with all rows, and gives every row to its nearest center.
  init(_ run: MiniBatchRun, on matrix: OrderedMatrix) {
    let points = matrix.points
    let rough = Self.nearest(points, run.centers)
    let groups = ClusterMeans(of: rough.map(\.label), on: points)
    // In the order of their values, so that a tie goes to the one that sorts first.
    let means = groups.sizes.indices.filter { groups.sizes[$0] > 0 }.map { groups.means[$0] }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let nearest = Self.nearest(points, means.flatMap(\.self))
    partition = Partition(treeLabels: nearest.map(\.label), on: matrix)
    var centers = [[Double]](repeating: [], count: partition.clusterCount)
    for (row, label) in matrix.treeOrder(partition.labels).enumerated()
    where centers[Int(label)].isEmpty {
      centers[Int(label)] = means[Int(nearest[row].label)]
    }
    self.centers = centers
    inertia = nearest.reduce(0) { $0 + $1.distance }
    steps = run.steps
  }

  private static func nearest(
    _ points: PaddedColumns,
    _ centers: [Double],
  ) -> [(label: Int32, distance: Double)] {
    Parallel.blocks(of: points.rowCount, size: 8_192) { rows in
      let pair = points.twoNearest(rows, of: centers)
      return zip(pair.labels, pair.first).map { ($0, $1) }
    }
  }
}
