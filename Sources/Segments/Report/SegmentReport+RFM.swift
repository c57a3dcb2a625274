extension SegmentReport {
  /// Scores of recency, frequency and spend over all customers, and the named groups they fall in.
  package struct RFMFacts: Codable, Sendable, Equatable {
    /// Which table of groups was used.
    package var table: String
    /// What each score of each feature covers; scores that nobody has are left out.
    package var scores: [RFMScore]
    /// All groups, also those without customers.
    package var groups: [RFMGroupSize]
  }

  /// The values behind one score of one feature: 5 is best, for recency the fewest days.
  package struct RFMScore: Codable, Sendable, Equatable {
    package var feature: String
    package var score: Int
    package var low: Double
    package var high: Double
    package var customers: Int
  }

  /// How many customers a named group has.
  package struct RFMGroupSize: Codable, Sendable, Equatable {
    package var name: String
    package var customers: Int
  }
}
