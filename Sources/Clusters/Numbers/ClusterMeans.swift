/// Size and mean of each cluster, added up in tree order.
struct ClusterMeans {
  let sizes: [Int]
  /// A mean per cluster; zeros for an empty one.
  let means: [[Double]]

  /// Labels below zero belong to no cluster.
  init(of labels: [Int32], on points: PaddedColumns) {
    let count = Int(labels.max() ?? -1) + 1
    let columns = points.columnCount
    var sizes = [Int](repeating: 0, count: max(0, count))
    var sums = [Double](repeating: 0, count: sizes.count * columns)
    for label in labels where label >= 0 { sizes[Int(label)] += 1 }
    for column in 0..<columns {
      let start = column * points.stride
      for (row, label) in labels.enumerated() where label >= 0 {
        sums[Int(label) * columns + column] += points.values[start + row]
      }
    }
    self.sizes = sizes
    means = sizes.indices.map { cluster in
      (0..<columns).map { sums[cluster * columns + $0] / Double(max(1, sizes[cluster])) + 0 }
    }
  }
}
