/// How far rows lie from their cluster's mean, and the means from each other.
struct ClusterSpread {
  private let means: [[Double]]
  private let sizes: [Int]
  /// The mean distance of each cluster's rows to its mean.
  private let radii: [Double]
  /// The sum of squared distances of all clustered rows to their means.
  private let within: Double
  /// The sum over clusters of size × squared distance of the mean to the mean of all.
  private let between: Double

  /// Labels are in the order of the points; labels below zero count as absent.
  init(of partition: Partition, labels: [Int32], on points: PaddedColumns) {
    let groups = ClusterMeans(of: labels, on: points)
    means = groups.means
    sizes = groups.sizes
    let columns = points.columnCount
    let flat = groups.means.flatMap(\.self)
    var distances = [Double](repeating: 0, count: groups.sizes.count)
    var within = 0.0
    for (row, label) in labels.enumerated() where label >= 0 {
      var square = 0.0
      for column in 0..<columns {
        let gap = points.values[column * points.stride + row] - flat[Int(label) * columns + column]
        square += gap * gap
      }
      within += square
      distances[Int(label)] += square.squareRoot()
    }
    radii = zip(distances, groups.sizes).map { $0 / Double(max(1, $1)) }
    self.within = within
    between = Self.between(groups, columns: columns)
  }

  private static func between(_ groups: ClusterMeans, columns: Int) -> Double {
    let rows = Double(groups.sizes.reduce(0, +))
    let center = (0..<columns).map { column in
      zip(groups.means, groups.sizes).reduce(0) { $0 + $1.0[column] * Double($1.1) } / rows
    }
    return zip(groups.means, groups.sizes).reduce(0) { sum, group in
      sum + squaredDistance(group.0, center) * Double(group.1)
    }
  }

  /// The mean over clusters of the worst (radius + radius) / distance to another cluster.
  var daviesBouldin: Double {
    var total = 0.0
    for a in means.indices {
      var worst = 0.0
      for b in means.indices where b != a {
        let distance = Self.squaredDistance(means[a], means[b]).squareRoot()
        // Clusters with one and the same mean do not count against each other (scikit-learn).
        if distance > 0 { worst = max(worst, (radii[a] + radii[b]) / distance) }
      }
      total += worst
    }
    return total / Double(means.count)
  }

  /// Variance between clusters against variance within, each by its degrees of freedom.
  var calinskiHarabasz: Double {
    guard within > 0 else { return 1 }
    let rows = sizes.reduce(0, +)
    let count = sizes.count
    return between * Double(rows - count) / (within * Double(count - 1))
  }

  private static func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}
