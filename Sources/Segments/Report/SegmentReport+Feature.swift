extension SegmentReport {
  /// One measure of the customers, summarized over all of them.
  package struct Feature: Codable, Sendable, Equatable {
    /// The column's header, or our own name for a computed feature (`recency`, `frequency`, …).
    package var name: String
    /// `days`, `orders`, `items`, `products`, `categories`, `currency`, `share` (1 is all) or `balance`
    /// (−1 … 1) for our own features, else `null`.
    @Null package var unit: String?
    /// What the column means (`spend`, `visits`, `discount`, `recency`, …) where that is known.
    @Null package var role: String?
    /// Whether this feature takes part in the clustering.
    package var clustered: Bool
    /// Why it does or does not; `null` in reports of older versions.
    @Null package var reason: FeatureReason? = nil
    package var n: Int
    package var missing: Int
    package var mean: Double
    package var median: Double
    /// Sample standard deviation (n − 1).
    package var sd: Double
    package var min: Double
    package var max: Double
    package var sum: Double
    package var skewness: Double
    package var zeros: Int
    package var negatives: Int
    /// All values are whole numbers.
    package var isWhole: Bool
    /// Distinct values, counted up to 1 000.
    package var distinct: Int
    /// The 0, 1, …, 100 percent quantiles (type 7).
    package var quantiles: [Double]
    package var histogram: Histogram
    package var box: Box
    /// Share of the variance that lies between segments (η²), or `null` with fewer than two segments.
    @Null package var separation: Double?
    /// For the value feature without negative values: the share of the sum that the top 0, 1, …, 100
    /// percent of the customers bring.
    @Null package var concentration: [Double]? = nil
    /// For measures with a long tail and no negative values: bins of equal width on a log axis.
    @Null package var logHistogram: LogHistogram? = nil
  }

  /// Bins with the edges 10^((first + i) / perDecade); `below` counts zeros too.
  package struct LogHistogram: Codable, Sendable, Equatable {
    package var first: Int
    package var perDecade: Int
    package var counts: [Int]
    package var below: Int
    package var above: Int
  }

  /// The rule that took a feature into the clustering or left it out, with its numbers.
  package struct FeatureReason: Codable, Sendable, Equatable {
    /// Taken: `core`, `behavior`, `measure`, `configured`, `only-choice`; left: `constant`, `descriptive`,
    /// `not-configured`, `no-behavior`, `code`, `missing`, `spike`, `redundant`.
    package var rule: String
    /// The feature that makes this one redundant.
    @Null package var feature: String? = nil
    package var numbers: [String: Double] = [:]
    /// Plain English.
    package var text: String
  }

  /// Equal-width bins over the bulk of the values; what lies beyond is counted, never dropped.
  package struct Histogram: Codable, Sendable, Equatable {
    /// The left edge of the first bin, a multiple of `width`.
    package var start: Double
    package var width: Double
    /// Bins are [a, b), the last one [a, b].
    package var counts: [Int]
    package var below: Int
    package var above: Int
  }

  /// The five numbers of a box plot; whiskers reach the last value within 1.5 × the middle half.
  package struct Box: Codable, Sendable, Equatable {
    package var low: Double
    package var q25: Double
    package var median: Double
    package var q75: Double
    package var high: Double
    /// Customers beyond the lower and the upper whisker.
    package var below: Int
    package var above: Int
  }

  /// How features move together, square matrices in the order of `features`; `null` for constant ones.
  package struct Correlations: Codable, Sendable, Equatable {
    package var pearson: [[Double?]]
    package var spearman: [[Double?]]
    package var kendall: [[Double?]]
  }
}
