/// How much of a column's variation a partition explains.
package enum Separation {
  /// The share of the variance that lies between clusters (η², eta squared), from 0 to 1.
  ///
  /// Rows that are noise are left out. Nil for a constant column or fewer than two clusters.
  package static func etaSquared(of column: [Double], by partition: Partition) -> Double? {
    precondition(
      column.count == partition.labels.count,
      "a column is measured on the rows of the partition"
    )
    guard partition.clusterCount > 1 else { return nil }
    var sums = [Double](repeating: 0, count: partition.clusterCount)
    // By value: then the sums do not depend on the order of rows.
    let order = Radix.order(of: column).map { Int($0) }.filter { partition.labels[$0] >= 0 }
    guard let first = order.first, let last = order.last, column[first] < column[last] else {
      return nil
    }
    for row in order { sums[Int(partition.labels[row])] += column[row] }
    let mean = sums.reduce(0, +) / Double(order.count)
    let total = order.reduce(0) { $0 + (column[$1] - mean) * (column[$1] - mean) }
    let between = zip(sums, partition.sizes).reduce(0) { sum, cluster in
      let gap = cluster.0 / Double(cluster.1) - mean
      return sum + gap * gap * Double(cluster.1)
    }
    return total > 0 ? min(1, between / total) : nil
  }
}
