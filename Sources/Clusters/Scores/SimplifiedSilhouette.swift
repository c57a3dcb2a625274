/// How much nearer each row is to the center of its own cluster than to the next center.
///
/// A silhouette with means in place of all rows: its cost grows with rows × clusters instead of
/// with the square of the rows. It is higher than the exact one, and ranks partitions much alike.
package enum SimplifiedSilhouette {
  /// A value per row, in the caller's order, from −1 to 1.
  ///
  /// Noise rows score 0, as do rows alone in their cluster and all rows where there are fewer than
  /// two clusters.
  package static func samples(of partition: Partition, on matrix: OrderedMatrix) -> [Double] {
    matrix.callersOrder(treeSamples(of: partition, on: matrix), filler: 0)
  }

  /// The mean over all rows that are in a cluster; nil where silhouettes are not defined.
  package static func mean(of partition: Partition, on matrix: OrderedMatrix) -> Double? {
    let clustered = matrix.rowCount - partition.noiseCount
    guard partition.clusterCount >= 2, partition.clusterCount < clustered else { return nil }
    return treeSamples(of: partition, on: matrix).reduce(0, +) / Double(clustered)
  }

  private static func treeSamples(of partition: Partition, on matrix: OrderedMatrix) -> [Double] {
    precondition(
      partition.labels.count == matrix.rowCount,
      "a partition is scored on the rows it was made of"
    )
    guard partition.clusterCount > 1 else {
      return [Double](repeating: 0, count: matrix.rowCount)
    }
    let points = matrix.points
    let labels = matrix.treeOrder(partition.labels)
    let centers = ClusterMeans(of: labels, on: points).means
    let flat = centers.flatMap(\.self)
    return Parallel.blocks(of: matrix.rowCount, size: 8_192) { rows in
      let pair = points.twoNearest(rows, of: flat)
      return rows.map { row in
        let label = labels[row]
        let at = row - rows.lowerBound
        guard label >= 0, partition.sizes[Int(label)] > 1 else { return 0 }
        guard pair.labels[at] != label else { return value(pair.first[at], pair.second[at]) }
        return value(squaredDistance(points, row, to: centers[Int(label)]), pair.first[at])
      }
    }
  }

  /// The silhouette of squared distances to the own and to the next center.
  private static func value(_ own: Double, _ next: Double) -> Double {
    let greater = max(own, next)
    return greater > 0 ? (next.squareRoot() - own.squareRoot()) / greater.squareRoot() : 0
  }

  private static func squaredDistance(
    _ points: PaddedColumns,
    _ row: Int,
    to center: [Double],
  ) -> Double {
    var sum = 0.0
    for (column, value) in center.enumerated() {
      let gap = points.value(row, column) - value
      sum += gap * gap
    }
    return sum
  }
}
