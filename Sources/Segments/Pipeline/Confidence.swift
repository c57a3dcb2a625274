import Clusters

/// How surely each customer belongs to its segment (CONTRACT, "Confidence").
enum Confidence {
  static func values(of trial: Trial, on matrix: Matrix) throws(SegmentError) -> [Double] {
    switch trial.method {
    case "dbscan":
      return (0..<matrix.rowCount).map { row in
        trial.partition.cluster(of: row) == nil ? 0 : trial.isCore[row] ? 1 : 0.5
      }
    default:
      let answers = try computed { () throws(ClusterError) in
        try NearestCenters(trial.centers).answers(for: matrix)
      }
      return answers.map { ($0.confidence * 10_000).rounded() / 10_000 }
    }
  }
}
