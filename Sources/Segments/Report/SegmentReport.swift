/// Everything a page, a script or an analyst can learn from one run, as plain facts.
///
/// This is the treaty between arithmetic and drawing: everything before it computes, everything after
/// it only reads. It holds counts, quantiles, grids and curves but never a customer, so its size does not
/// grow with their number. Reasons are rules with numbers; `text`, `why` and `name` are plain English for readers
/// of the JSON. No page and no number of it depends on when or how fast it was made.
package struct SegmentReport: Codable, Sendable, Equatable {
  /// The version of this structure, raised when a key changes its meaning.
  package static let currentSchema = 1

  package var schema = Self.currentSchema
  package var dataset: String
  /// The calendar day of the newest kept order (ISO 8601), or `null` for undated data.
  @Null package var asOf: String?
  /// First and last day with an order, or `null` for undated data.
  @Null package var period: Period?
  package var grain: Grain
  package var platform: String
  /// Role to column header, as recognized or configured.
  package var roles: [String: String]
  package var rows: Rows
  package var customers: Int
  /// Distinct paid orders, or `null` for customer tables.
  @Null package var orders: Int?
  /// Gross sum of the value role over kept rows, or `null` where no column plays it.
  @Null package var amount: Double?
  @Null package var currency: String?
  @Null package var returns: Returns?
  package var features: [Feature]
  package var correlations: Correlations
  package var scaling: ScalingFacts
  package var candidates: [CandidateFacts]
  package var curves: Curves
  package var choice: ChoiceFacts
  package var segments: [Segment]
  package var noise: Noise
  /// Scores of recency, frequency and spend; `null` where one of them is not known.
  @Null package var rfm: RFMFacts? = nil
  @Null package var map: CustomerMap?
  package var pairs: [PairGrid]
  /// Facts about change against earlier runs; `null` on a first run.
  @Null package var migration: Migration?
  @Null package var drift: Drift?
  @Null package var trend: Trend?
  /// Which segments go on from the run before; `null` in reports of older versions.
  @Null package var continuity: Continuity? = nil
  /// The measures and segments of the run before; `null` on a first run and in reports of older versions.
  @Null package var before: Before? = nil
  package var quality: Quality
  package var findings: [Finding]
  /// What was left out of this report to keep it small, in words.
  package var omitted: [String]
}

extension SegmentReport {
  /// What one row of the export stands for.
  package enum Grain: String, Codable, Sendable {
    case lines, orders, customers
  }

  /// The first and the last day the data speak of, both ISO 8601.
  package struct Period: Codable, Sendable, Equatable {
    package var from: String
    package var to: String
  }

  /// Rows of all accepted deliveries so far, and why some of them were dropped.
  package struct Rows: Codable, Sendable, Equatable {
    package var read: Int
    package var kept: Int
    /// Rule to rows; every rule is present, also with 0.
    package var rejected: [String: Int]
  }

  /// Orders that came back: cancelled or negative ones.
  package struct Returns: Codable, Sendable, Equatable {
    package var orders: Int
    package var amount: Double
    package var customers: Int
  }

  /// Customers that belong to no segment.
  package struct Noise: Codable, Sendable, Equatable {
    package var size: Int
    package var share: Double
  }
}
