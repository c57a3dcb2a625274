extension SegmentReport {
  /// A group of customers: who they are, how many, what they bring.
  package struct Segment: Codable, Sendable, Equatable, Identifiable {
    /// 1, 2, …; 0 is never a segment but the unassigned customers.
    package var id: Int
    /// A, B, …: the tag that stands beside the name on every page.
    package var letter: String
    package var name: String
    /// The deviations the name was made from, strongest first.
    package var traits: [Trait]
    /// How the name was made, so that pages can say it in another language; `null` in reports of older
    /// versions.
    @Null package var naming: NameFacts? = nil
    /// The rule of the name in plain English.
    package var why: String
    package var size: Int
    /// Of all customers, unassigned ones included.
    package var share: Double
    /// Sum of the value role over the segment, or `null` without one.
    @Null package var value: Double?
    /// Share of all value, or `null` without a value role or with a sum that is not positive.
    @Null package var valueShare: Double?
    /// Mean Jaccard similarity with its best match over subsamples (Hennig 2007), 0 to 1.
    @Null package var stability: Double?
    /// `kept`, `split`, `merged` or `new`; `null` on a first run.
    @Null package var continuity: String?
    package var features: [String: SegmentFeature]
    /// Feature to counts in the bins of that feature's histogram.
    package var histograms: [String: SegmentHistogram]
    /// Feature to counts in the bins of that feature's log histogram, where it has one.
    @Null package var logHistograms: [String: SegmentHistogram]? = nil
    /// Feature to sum over the segment.
    package var totals: [String: Double]
    package var actions: [String]
    /// In which directions the segment is stretched, on the clustered matrix; `null` with fewer than two
    /// clustered features.
    @Null package var components: Components? = nil
    /// How measures move together within the segment (Pearson), in the order of the report's features;
    /// `null` for one that is constant or that somebody in the segment lacks.
    @Null package var correlations: [[Double?]]? = nil
  }

  /// The rule that made a name, and what is recommended for segments of that name.
  package struct NameFacts: Codable, Sendable, Equatable {
    /// A fixed name in small letters (`high-spenders`), `trait`, `somewhat`, `two-traits`, `typical-trait`
    /// for names made of `traits`, or `configured` for a name of the user's.
    package var rule: String
    /// The deviations that the name speaks of.
    package var traits: [Trait] = []
    /// The letter that tells it from others of the same name.
    @Null package var group: String? = nil
    /// The entry of the built-in table that `actions` come from; `null` where they are the user's.
    @Null package var action: String? = nil

    /// A fixed English name as a rule: `High spenders` is `high-spenders`.
    package static func rule(of name: String) -> String {
      name.lowercased().split(separator: " ").joined(separator: "-")
    }
  }

  /// The principal components of one segment's part of the matrix that was clustered.
  package struct Components: Codable, Sendable, Equatable {
    /// Share of the segment's variance along each component, largest first.
    package var explainedVariance: [Double]
    /// Component × clustered feature; the largest loading of each is positive.
    package var loadings: [[Double]]
  }

  /// One way in which a segment differs from the average customer.
  package struct Trait: Codable, Sendable, Equatable {
    package var feature: String
    /// `high` or `low`.
    package var level: String
    /// (segment mean − overall mean) / overall standard deviation.
    package var z: Double
  }

  /// One measure within one segment.
  package struct SegmentFeature: Codable, Sendable, Equatable {
    package var n: Int
    package var mean: Double
    package var median: Double
    package var sd: Double
    package var min: Double
    package var max: Double
    package var q25: Double
    package var q75: Double
    /// (segment mean − overall mean) / overall standard deviation.
    package var z: Double
    package var box: Box
    /// The 0, 1, …, 100 percent quantiles (type 7).
    package var quantiles: [Double]
  }

  /// Counts of one segment in the bins of a feature's histogram.
  package struct SegmentHistogram: Codable, Sendable, Equatable {
    package var counts: [Int]
    package var below: Int
    package var above: Int
  }
}
