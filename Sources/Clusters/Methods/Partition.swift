/// Which row belongs to which cluster.
///
/// Clusters are numbered by size, largest first; equal sizes by their centers, column by column.
/// So two fits that find the same groups give equal partitions. Rows are in the caller's order.
package struct Partition: Sendable, Equatable {
  /// The label of a row that belongs to no cluster.
  package static let noise: Int32 = -1

  package let clusterCount: Int
  /// The cluster of each row, or `noise`; for loops over many rows.
  package let labels: [Int32]
  /// How many rows each cluster has, largest first.
  package let sizes: [Int]
  /// How many rows belong to no cluster.
  package let noiseCount: Int

  /// The cluster of a row; nil for noise.
  package func cluster(of row: Int) -> Int? {
    labels[row] == Self.noise ? nil : Int(labels[row])
  }

  /// Takes labels that some rule gave, numbers the clusters anew and drops empty ones.
  ///
  /// Labels below zero are noise. There must be as many labels as the matrix has rows.
  package init(labels: [Int32], on matrix: OrderedMatrix) {
    self.init(treeLabels: matrix.treeOrder(labels), on: matrix)
  }

  /// The same from labels in tree order.
  init(treeLabels: [Int32], on matrix: OrderedMatrix) {
    let groups = ClusterMeans(of: treeLabels, on: matrix.points)
    let firstRows = Self.firstPositions(treeLabels, count: groups.sizes.count, matrix.tree)
    let ranked = groups.sizes.indices.filter { groups.sizes[$0] > 0 }.sorted { a, b in
      if groups.sizes[a] != groups.sizes[b] { return groups.sizes[a] > groups.sizes[b] }
      if groups.means[a] != groups.means[b] {
        return groups.means[a].lexicographicallyPrecedes(groups.means[b])
      }
      return firstRows[a] < firstRows[b]
    }
    var renamed = [Int32](repeating: Self.noise, count: groups.sizes.count)
    for (new, old) in ranked.enumerated() { renamed[old] = Int32(new) }
    clusterCount = ranked.count
    sizes = ranked.map { groups.sizes[$0] }
    noiseCount = matrix.rowCount - sizes.reduce(0, +)
    labels = matrix.callersOrder(
      treeLabels.map { $0 < 0 ? Self.noise : renamed[Int($0)] },
      filler: Self.noise,
    )
  }

  /// The place, in the order by values, of the first row of each cluster.
  private static func firstPositions(_ labels: [Int32], count: Int, _ tree: KDTree) -> [Int32] {
    var first = [Int32](repeating: .max, count: count)
    for (place, label) in labels.enumerated() where label >= 0 {
      first[Int(label)] = min(first[Int(label)], tree.positions[place])
    }
    return first
  }
}
