import Clusters

/// One clustering that was fitted, with everything needed to score, compare and explain it.
struct Trial: Sendable {
  var method: String
  var parameters: [String: Double]
  var partition: Partition
  /// How surely a row belongs to its cluster.
  var membership: Membership
  var inertia: Double?
  var meanLogLikelihood: Double?
  var bic: Double?
  var card: Scorecard?
  /// Jaccard stability of each cluster; empty where it was not asked for.
  var jaccards: [Double?] = []

  var k: Int { partition.clusterCount }

  /// The mean stability of the clusters.
  var stability: Double? {
    let known = jaccards.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  /// What a method knows about how well a row fits its cluster.
  enum Membership: Sendable {
    case nearestCenter([[Double]])
    /// By the means of the clusters, for methods without centers of their own.
    case nearestMean
    case density(isCore: [Bool])
    case strengths([Double])
    case mixture(GaussianMixtureFit)
  }
}

/// A method that was asked for but not run, and why.
struct SkippedTrial: Sendable, Equatable {
  var method: String
  var parameters: [String: Double]
  var why: String
}
