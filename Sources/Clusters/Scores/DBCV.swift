/// How well a partition follows the density of the data, for groups of any shape.
///
/// For every cluster: the sparsest place within it against the densest way to another cluster
/// (Moulavi and others, 2014). −1 to 1, more is better; noise counts as 0. Clusters of fewer than
/// three rows are passed over. Cost: the square of the rows of each cluster, hence the sample.
package struct DBCV: Sendable, Equatable {
  /// The most rows that are looked at unless told otherwise.
  package static let defaultRowLimit = 10_000
  /// No cluster is thinned to fewer rows than this.
  static let leastSample = 50

  /// The mean over all rows; nil with fewer than two clusters of three rows.
  package let value: Double?
  /// The value of each cluster; nil for one that was passed over.
  package let clusterValues: [Double?]
  /// How many rows were looked at.
  package let sampleCount: Int

  /// Scores a partition.
  ///
  /// With more clustered rows than the limit, every n-th row of each cluster is looked at, in an
  /// order in which close rows are close together: the sample follows from the rows' values alone
  /// and covers all parts of a cluster.
  package init(
    of partition: Partition,
    on matrix: OrderedMatrix,
    rowLimit: Int = Self.defaultRowLimit,
  ) {
    let members = Self.sample(of: partition, on: matrix, rowLimit: rowLimit)
    sampleCount = members.reduce(0) { $0 + $1.count }
    let shown = members.indices.filter { members[$0].count >= 3 }
    guard shown.count > 1 else {
      value = nil
      clusterValues = members.map { _ in nil }
      return
    }
    let points = matrix.points
    let densities = Parallel.map(shown.count) { index in
      ClusterDensity(of: members[shown[index]], in: points)
    }
    let separations = Self.separations(of: densities, in: points)
    var values = [Double?](repeating: nil, count: members.count)
    var total = 0.0
    for (index, cluster) in shown.enumerated() {
      let apart = separations[index]
      let sparseness = densities[index].sparseness
      let larger = max(apart, sparseness)
      let validity = larger > 0 ? (apart - sparseness) / larger : 0
      values[cluster] = validity
      total += validity * Double(partition.sizes[cluster]) / Double(matrix.rowCount)
    }
    value = total
    clusterValues = values
  }

  /// The tree rows of each cluster that are looked at.
  private static func sample(
    of partition: Partition,
    on matrix: OrderedMatrix,
    rowLimit: Int,
  ) -> [[Int]] {
    var members = [[Int]](repeating: [], count: partition.clusterCount)
    for (row, label) in matrix.treeOrder(partition.labels).enumerated() where label >= 0 {
      members[Int(label)].append(row)
    }
    let clustered = matrix.rowCount - partition.noiseCount
    let share = min(1, Double(max(1, rowLimit)) / Double(max(1, clustered)))
    return members.map { rows in
      let wanted = Int((share * Double(rows.count)).rounded(.up))
      let count = min(rows.count, max(leastSample, wanted))
      return (0..<count).map { rows[$0 * rows.count / count] }
    }
  }

  /// The shortest way from the inner rows of each cluster to those of any other.
  private static func separations(
    of densities: [ClusterDensity],
    in points: PaddedColumns,
  ) -> [Double] {
    let rows = densities.flatMap(\.innerRows)
    let cores = densities.flatMap(\.innerCores)
    let clusters = densities.indices.flatMap { cluster in
      [Int32](repeating: Int32(cluster), count: densities[cluster].innerRows.count)
    }
    let tree = KDTree(
      sorted: (0..<points.columnCount).map { column in rows.map { points.value($0, column) } }
    )
    let places = tree.positions.map { Int($0) }
    let links = ForestGrowth.shortestLinks(
      between: places.map { clusters[$0] },
      count: densities.count,
      in: tree,
      cores: places.map { cores[$0] },
    )
    return links.map { $0.squareRoot() }
  }
}
