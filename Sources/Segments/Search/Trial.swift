import Clusters

/// One clustering that was fitted, with everything needed to score, compare and explain it.
struct Trial: Sendable {
  var method: String
  var parameters: [String: Double]
  var partition: Partition
  var inertia: Double?
  /// k-means: cluster × column, on the scaled matrix.
  var centers: [[Double]] = []
  /// DBSCAN: dense rows.
  var isCore: [Bool] = []
  var card: Scorecard?

  var k: Int { partition.clusterCount }
}

/// A method that was asked for but not run, and why.
struct SkippedTrial: Sendable, Equatable {
  var method: String
  var parameters: [String: Double]
  var why: String
}
