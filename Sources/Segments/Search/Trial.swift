import Clusters

/// One clustering that was fitted, with everything needed to score, compare and explain it.
struct Trial: Sendable {
  var method: String
  var parameters: [String: Double]
  var partition: Partition
  /// How surely a row belongs to its cluster.
  var membership: Membership
  /// Clusters part of the customers by the same method with the same parameters.
  var refit: Refit
  /// The form of the method where it has several (`tied`, `leaf`), else `nil`.
  var variant: String?
  var inertia: Double?
  var meanLogLikelihood: Double?
  var bic: Double?
  var aic: Double?
  var gap: GapFacts?
  var card: Scorecard?
  /// Jaccard stability of each cluster; `nil` where it was not measured.
  var jaccards: [Double?]?
  /// Agreement with the chosen trial (adjusted Rand index), once there is one.
  var agreement: Double?
  var dbcv: Double?

  var k: Int { partition.clusterCount }

  /// The mean stability of the clusters.
  var stability: Double? {
    let known = (jaccards ?? []).compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  /// The stability of the least stable cluster.
  var weakest: Double? { (jaccards ?? []).compactMap(\.self).min() }

  /// The silhouette over all customers; −1 where it is not defined.
  var separation: Double { card?.silhouetteOfAll ?? -1 }

  /// Clusters rows that are this share of all: counts of rows in parameters shrink with it.
  typealias Refit =
    @Sendable (_ rows: Subsample, _ share: Double) throws(ClusterError) -> Partition

  /// The gap statistic at a number of clusters, and whether its rule picks that number.
  struct GapFacts: Sendable, Equatable {
    var gap: Double
    var error: Double
    var isChosen: Bool
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
  /// Which of a few reasons it was, for other languages.
  var rule: String
  var why: String
}
