/// What a dataset's owner decided about it; every part has a default, so that none is needed.
///
/// Part of a run's name: the same recipe on the same deliveries gives the same bytes.
package struct Recipe: Codable, Sendable, Equatable {
  package var grain = GrainChoice.auto
  package var columns = ColumnChoice()
  package var reading = ReadingChoice()
  package var cleaning = CleaningChoice()
  package var scaling = ScalingChoice.auto
  package var selection = SelectionChoice()
  package var naming = SegmentNaming.auto
  /// Segment name to what to do about it.
  package var actions: [String: String] = [:]
  package var snapshot = SnapshotChoice.partial
  package var continuity = ContinuityChoice()
  /// More than this share of rejected rows refuses a file.
  package var rejectedShare = 0.5
  /// The seed of all chance in a run.
  package var seed: UInt64 = 20_111_209

  package init() {}
}

/// What one row stands for, as configured.
package enum GrainChoice: String, Codable, Sendable, CaseIterable {
  case auto, lines, orders, customers
}

/// Columns named in the configuration; what is `nil` is found by name and content.
package struct ColumnChoice: Codable, Sendable, Equatable {
  /// Role (one of `roleNames`) to column header.
  package var roles: [String: String] = [:]
  /// Columns to cluster on, for customer tables (or our own feature names, for orders).
  package var features: [String]?

  /// The roles that the configuration may name.
  package static let roleNames = Role.allCases.map(\.rawValue)

  package init() {}
}

/// Which dirt is dropped.
package struct CleaningChoice: Codable, Sendable, Equatable {
  /// Rules to apply: `missing`, `negative`, `zero`, `duplicate`, `unreadable`, and `test` where it is asked for.
  package var drop = CleaningChoice.rules
  package var outliers = OutlierTreatment.keep
  package var outlierMethod = OutlierMethod.iqr

  /// Every rule there is, in the order in which the first reason counts.
  package static let rules = ["missing", "negative", "zero", "duplicate", "unreadable"]

  /// Rules that apply only where the configuration names them.
  package static let rulesOnRequest = ["test"]

  package init() {}
}

/// How features are brought to one scale.
package enum ScalingChoice: String, Codable, Sendable, CaseIterable {
  case none, standard
  case minMax = "min-max"
  case maxAbs = "max-abs"
  case robust, power, quantile, normalize, log, auto
}

/// Which clusterings are tried.
package struct SelectionChoice: Codable, Sendable, Equatable {
  package var methods = ["kmeans", "gmm", "ward", "dbscan", "hdbscan"].map {
    MethodChoice(method: $0)
  }
  package var smallestK = 2
  package var largestK = 10
  /// Up to this many customers everything is on all rows.
  package var exactRows = 60_000
  /// What decides between clusterings.
  package var by = SelectionMeasure.auto

  /// Every method the configuration may name.
  package static let methods = ["kmeans", "minibatch", "gmm", "ward", "dbscan", "hdbscan"]

  package init() {}
}

/// What decides between clusterings.
package enum SelectionMeasure: String, Codable, Sendable, CaseIterable {
  /// The written rule: separation over all customers, stability, and the size of the smallest group.
  case auto
  case silhouette
  case daviesBouldin = "davies-bouldin"
  case calinskiHarabasz = "calinski-harabasz"
  /// Among Gaussian mixtures only.
  case bic
  /// Among k-means clusterings only; costs a search on each of its references.
  case gap
}

/// One method with its own parameters, if any were given.
package struct MethodChoice: Codable, Sendable, Equatable {
  package var method: String
  /// Parameters that are numbers: `eps`, `min-points`, `min-cluster-size`, `k`.
  package var parameters: [String: Double]
  /// Parameters that are words: `covariance`, `selection`, `single-cluster`.
  package var words: [String: String]

  package init(
    method: String,
    parameters: [String: Double] = [:],
    words: [String: String] = [:],
  ) {
    self.method = method
    self.parameters = parameters
    self.words = words
  }

  /// The numbers a method takes.
  package static let numbers: [String: [String]] = [
    "kmeans": ["k"], "minibatch": ["k"], "gmm": ["k"], "ward": ["k"],
    "dbscan": ["eps", "min-points"], "hdbscan": ["min-points", "min-cluster-size"],
  ]

  /// The words a method takes, and what they may be.
  package static let vocabulary: [String: [String: [String]]] = [
    "gmm": ["covariance": ["full", "tied", "diagonal", "spherical"]],
    "hdbscan": [
      "selection": ["excess-of-mass", "leaf"], "single-cluster": ["allow", "refuse"],
    ],
  ]
}

/// What a newer customer export says about customers it does not mention.
package enum SnapshotChoice: String, Codable, Sendable, CaseIterable {
  /// They are kept.
  case partial
  /// They are gone.
  case full
}
