extension SegmentReport {
  /// How the clustered features were brought to one scale, and why so.
  package struct ScalingFacts: Codable, Sendable, Equatable {
    package var method: String
    /// `configured`, `skewed` or `bounded`.
    package var rule: String
    package var numbers: [String: Double]
    package var why: String
    package var parameters: [ScalingParameter]
  }

  /// scaled = (f(value) − center) / scale, with f = log1p for `log`.
  package struct ScalingParameter: Codable, Sendable, Equatable {
    package var feature: String
    package var center: Double
    package var scale: Double
    /// λ of Yeo and Johnson, for the `power` method.
    @Null package var power: Double? = nil
  }

  /// One clustering that was tried, with its scores on the same rows as all others.
  package struct CandidateFacts: Codable, Sendable, Equatable {
    package var method: String
    package var parameters: [String: Double]
    @Null package var k: Int?
    /// Largest first, noise not counted.
    package var sizes: [Int]
    package var noise: Int
    @Null package var silhouette: Double?
    /// `silhouette` × (kept − noise) / kept.
    @Null package var silhouetteOfAll: Double?
    @Null package var daviesBouldin: Double?
    @Null package var calinskiHarabasz: Double?
    @Null package var inertia: Double?
    /// Gaussian mixtures only, on the scaled matrix.
    @Null package var meanLogLikelihood: Double? = nil
    @Null package var bic: Double? = nil
    @Null package var aic: Double? = nil
    /// The form of the method where it has several: `full`, `tied`, … or `excess-of-mass`, `leaf`.
    @Null package var variant: String? = nil
    /// Density-based validity; the chosen candidate, the runner-up and the density methods only.
    @Null package var dbcv: Double? = nil
    /// The gap statistic with its error, where the configuration asks for it.
    @Null package var gap: Double? = nil
    @Null package var gapError: Double? = nil
    /// How far this candidate agrees with the chosen one (adjusted Rand index).
    @Null package var agreement: Double? = nil
    /// The stability of its least stable cluster; only where stability was measured.
    @Null package var weakestStability: Double? = nil
    /// Why it could not be chosen: `fewer-than-two-groups`, `tiny-segment`, `mostly-unassigned`.
    @Null package var excluded: String? = nil
    /// Mean Jaccard stability of its clusters: of the chosen candidate, the runner-up, and every other
    /// that was level with the best.
    @Null package var stability: Double? = nil
    /// Why this candidate was not computed, else `null`.
    @Null package var skipped: String?
    /// The same as a rule: `no-knee`, `too-few-for-density`, `too-few-for-groups`, `too-many-rows` or
    /// `unknown-method`.
    @Null package var skipRule: String? = nil
    /// Whether the segments come from this one.
    package var chosen: Bool
  }

  /// Curves that explain the choice.
  package struct Curves: Codable, Sendable, Equatable {
    @Null package var kDistance: KDistanceCurve?
    @Null package var elbow: ElbowCurve?
    /// One profile a segment of the chosen clustering.
    package var silhouetteProfiles: [SilhouetteProfile]
    @Null package var dendrogram: Dendrogram?
  }

  /// Sorted distances to the `minPoints`-th neighbor (the row itself counted), thinned.
  package struct KDistanceCurve: Codable, Sendable, Equatable {
    package var minPoints: Int
    /// Shares of rows in 0 … 1, ascending, one for each distance.
    package var shares: [Double]
    package var distances: [Double]
    /// The distance at the knee, or `null` where the curve has none.
    @Null package var knee: Double?
    /// The radius DBSCAN was run with.
    @Null package var eps: Double?
  }

  /// Inertia against the number of clusters.
  package struct ElbowCurve: Codable, Sendable, Equatable {
    package var k: [Int]
    package var inertia: [Double]
    @Null package var knee: Int?
  }

  /// 200 silhouette values of a segment's customers, largest first.
  package struct SilhouetteProfile: Codable, Sendable, Equatable {
    package var segment: Int
    package var values: [Double]
    package var mean: Double
    package var negativeShare: Double
  }

  /// The last merges of Ward's tree, lowest first.
  ///
  /// Leaves are numbered from 0 from left to right; the merge at place i has the number
  /// (count of leaves) + i.
  package struct Dendrogram: Codable, Sendable, Equatable {
    package var merges: [Merge]
    /// How many customers each leaf has.
    package var leafCounts: [Int]

    /// Two parts joined at a height.
    package struct Merge: Codable, Sendable, Equatable {
      package var left: Int
      package var right: Int
      package var height: Double
      package var count: Int
    }
  }

  /// Which clustering the segments come from, by which rule, with which numbers.
  package struct ChoiceFacts: Codable, Sendable, Equatable {
    package var method: String
    package var parameters: [String: Double]
    @Null package var k: Int?
    /// The rule that decided: `steadiest-of-level`, `highest-merit`, `only-candidate`, `by-…` as configured,
    /// or why nobody was split: `too-few-customers`, `no-features`, `no-candidate`, `no-structure`.
    package var rule: String
    package var numbers: [String: Double]
    package var why: String
    /// Whether the groups exist by themselves; `null` where that was not looked at.
    @Null package var structure: Structure? = nil
  }

  /// Whether customers fall into groups by themselves.
  package enum Structure: String, Codable, Sendable {
    /// They stand clearly further apart than evenly spread customers would when divided.
    case clear
    /// They do not: any groups are slices of a continuum.
    case continuum
  }
}

extension SegmentReport {
  /// The places of the best candidates of all methods but the chosen one's, by silhouette over all customers, in
  /// the order in which the methods were tried.
  package static func rivals(among candidates: [CandidateFacts]) -> [Int] {
    let chosen = candidates.first(where: \.chosen)?.method
    func score(_ place: Int) -> Double { candidates[place].silhouetteOfAll ?? -2 }
    var best: [Int] = []
    for (place, candidate) in candidates.enumerated() {
      guard candidate.method != chosen, candidate.skipped == nil, !candidate.sizes.isEmpty else {
        continue
      }
      if let known = best.firstIndex(where: { candidates[$0].method == candidate.method }) {
        if score(place) > score(best[known]) { best[known] = place }
      } else {
        best.append(place)
      }
    }
    return best
  }
}
