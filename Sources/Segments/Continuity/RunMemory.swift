/// What a run leaves behind so that later ones can tell what has changed; small, and without customers.
package struct RunMemory: Codable, Sendable, Equatable {
  /// The name of the run; given by the porter.
  package var run = ""
  package var asOf: String?
  package var customers: Int
  package var orders: Int?
  package var amount: Double?
  package var method: String
  package var silhouette: Double?
  package var segments: [SegmentMemory]
  package var unassigned: Int
  /// No segment of this or an earlier run has a larger id.
  package var highestId: Int
  /// How the values of each feature were spread, for drift.
  package var bins: [FeatureBins]
  /// Rows and rejected rows of all deliveries so far; what one run added is the difference.
  package var rowsRead: Int
  package var rejected: [String: Int]
  /// Rows that were kept although they break a rule, because most cells of their column do; `nil` where that
  /// was not counted.
  package var passed: [String: Int]?
  /// Orders with something sent back so far; `nil` for lists of customers, and where that was not counted.
  package var returns: Int?
  /// All columns that any delivery so far has had.
  package var columns: [String]

  /// How many rows so far break a rule, left out or not.
  func broken(_ rule: String) -> Int {
    rejected[rule, default: 0] + (passed?[rule] ?? 0)
  }

  /// The same with no more counted than in another memory, which an earlier version may have left.
  package func counting(as other: RunMemory) -> RunMemory {
    var memory = self
    if other.passed == nil { memory.passed = nil }
    if other.returns == nil { memory.returns = nil }
    return memory
  }

  /// One segment of the run.
  package struct SegmentMemory: Codable, Sendable, Equatable {
    package var id: Int
    package var letter: String
    package var name: String
    package var size: Int
    package var value: Double?
  }
}

/// How the values of a feature were spread over bins that later runs count in again.
package struct FeatureBins: Codable, Sendable, Equatable {
  package var feature: String
  /// Upper edges, ascending; the bin after the last one is open.
  package var edges: [Double]
  package var counts: [Int]
  /// Customers without a value.
  package var missing: Int
}

extension FeatureBins {
  /// The tenths of the values; where many values are equal there are fewer bins.
  init(_ feature: FeatureColumn) {
    let summary = Summary(feature.present)
    var edges: [Double] = []
    for tenth in 1..<10 {
      let edge = summary.quantile(Double(tenth) / 10)
      if edge < summary.max, edges.last.map({ $0 < edge }) ?? true { edges.append(edge) }
    }
    self.feature = feature.name
    self.edges = edges
    counts = Self.counts(of: summary, edges)
    missing = feature.values.count - summary.count
  }

  /// The same bins filled with other values.
  func refilled(with feature: FeatureColumn) -> FeatureBins {
    let summary = Summary(feature.present)
    var bins = self
    bins.counts = Self.counts(of: summary, edges)
    bins.missing = feature.values.count - summary.count
    return bins
  }

  private static func counts(of summary: Summary, _ edges: [Double]) -> [Int] {
    let upTo = edges.map { summary.count(upTo: $0) } + [summary.count]
    return upTo.indices.map { upTo[$0] - ($0 > 0 ? upTo[$0 - 1] : 0) }
  }
}
