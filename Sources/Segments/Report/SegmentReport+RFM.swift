extension SegmentReport {
  /// Scores of recency, frequency and spend over all customers, and the named groups they fall in.
  package struct RFMFacts: Codable, Sendable, Equatable {
    /// Which table of groups was used.
    package var table: String
    /// What each score of each feature covers; scores that nobody has are left out.
    package var scores: [RFMScore]
    /// All groups, also those without customers.
    package var groups: [RFMGroupSize]
    /// Recency by frequency; `null` with fewer than 50 customers and in reports of older versions.
    @Null package var grid: RFMGrid? = nil
  }

  /// Customers by recency and frequency, each in a few classes by rank.
  package struct RFMGrid: Codable, Sendable, Equatable {
    /// The most classes each way: 5, with fewer than 500 customers 3.
    package var side: Int
    /// The values behind the classes of recency, worst first; classes that nobody has are left out.
    package var recency: [RFMScore]
    /// The values behind the classes of frequency, worst first.
    package var frequency: [RFMScore]
    /// The cells with customers, by recency, then frequency.
    package var cells: [RFMCell]
  }

  /// The customers of one class of recency and one of frequency.
  package struct RFMCell: Codable, Sendable, Equatable {
    package var recency: Int
    package var frequency: Int
    package var customers: Int
    package var meanSpend: Double
    package var medianSpend: Double
    /// The segment of more than half of them, `null` where none has so many.
    @Null package var segment: Int? = nil
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
