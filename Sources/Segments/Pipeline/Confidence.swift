import Clusters

/// How surely each customer belongs to its segment (CONTRACT, "Confidence"), to four decimals.
enum Confidence {
  static func values(of trial: Trial, on matrix: Matrix) throws(SegmentError) -> [Double] {
    let partition = trial.partition
    switch trial.membership {
    case .density(let isCore):
      return isCore.indices.map { row in
        partition.cluster(of: row) == nil ? 0 : isCore[row] ? 1 : 0.5
      }
    case .strengths(let strengths):
      return strengths.indices.map { row in
        partition.cluster(of: row) == nil ? 0 : rounded(strengths[row])
      }
    case .mixture(let fit):
      let memberships = try computed { () throws(ClusterError) in
        try fit.memberships(of: matrix)
      }
      return memberships.map { rounded($0.max() ?? 0) }
    case .nearestCenter(let centers):
      return try distances(to: centers, matrix)
    case .nearestMean:
      return try distances(to: means(of: partition, matrix), matrix)
    }
  }

  private static func distances(
    to centers: [[Double]],
    _ matrix: Matrix,
  ) throws(SegmentError) -> [Double] {
    let answers = try computed { () throws(ClusterError) in
      try NearestCenters(centers).answers(for: matrix)
    }
    return answers.map { rounded($0.confidence) }
  }

  private static func means(of partition: Partition, _ matrix: Matrix) -> [[Double]] {
    let columns = matrix.columns
    return (0..<partition.clusterCount).map { cluster in
      let rows = partition.labels.indices.filter { partition.labels[$0] == Int32(cluster) }
      return columns.map { column in
        rows.map { column[$0] }.sorted().reduce(0, +) / Double(max(1, rows.count))
      }
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
