import Clusters

/// Which segment each customer belongs to, in the order in which segments are shown.
///
/// Segments are numbered 1, 2, … by what they bring (by size without a value); 0 is nobody's.
struct SegmentGroups {
  /// One id a customer, 0 for noise.
  let ids: [Int]
  let count: Int
  /// Cluster number (as the room Clusters counts) to segment id.
  let idOfCluster: [Int]
  /// The customers of each segment; place 0 holds the unassigned ones.
  let members: [[Int]]

  init(_ partition: Partition, value: FeatureColumn?) {
    count = partition.clusterCount
    var sums = [Double](repeating: 0, count: partition.clusterCount)
    for row in partition.labels.indices {
      guard let cluster = partition.cluster(of: row) else { continue }
      sums[cluster] += value.map { $0.values[row] ?? 0 } ?? 1
    }
    let order = sums.indices.sorted { sums[$0] == sums[$1] ? $0 < $1 : sums[$0] > sums[$1] }
    var idOfCluster = [Int](repeating: 0, count: sums.count)
    for (place, cluster) in order.enumerated() { idOfCluster[cluster] = place + 1 }
    self.idOfCluster = idOfCluster
    ids = partition.labels.indices.map { partition.cluster(of: $0).map { idOfCluster[$0] } ?? 0 }
    members = Self.members(of: ids, count: partition.clusterCount)
  }

  /// Everybody in one segment.
  init(everybody customers: Int) {
    ids = [Int](repeating: 1, count: customers)
    count = customers > 0 ? 1 : 0
    idOfCluster = [1]
    members = Self.members(of: ids, count: count)
  }

  private static func members(of ids: [Int], count: Int) -> [[Int]] {
    var members = [[Int]](repeating: [], count: count + 1)
    for (row, id) in ids.enumerated() { members[id].append(row) }
    return members
  }
}
