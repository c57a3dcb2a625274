extension SegmentReport {
  /// What was wrong with the data and what was done about it.
  package struct Quality: Codable, Sendable, Equatable {
    package var deliveries: Int
    package var checks: [Check]
  }

  /// One check of the data: `ok`, `check` or `problem`, with the rows it touches.
  package struct Check: Codable, Sendable, Equatable {
    /// A cleaning rule (`missing`, `negative`, …) or a finding of the reader (`ragged-rows`, …).
    package var id: String
    /// `ok`, `check` or `problem`.
    package var status: String
    package var rows: Int
    package var share: Double
    /// The columns concerned, if any.
    package var columns: [String]
    /// What it meant for the result: `left-out`, `kept`, `none`.
    package var effect: String
    /// Plain English.
    package var text: String
  }

  /// A fact worth a sentence: an id with its numbers and segments.
  package struct Finding: Codable, Sendable, Equatable {
    package var id: String
    package var numbers: [String: Double]
    /// Segment ids the sentence speaks of.
    package var segments: [Int]
    /// Features the sentence speaks of.
    package var features: [String]
    /// Plain English, for readers of the JSON.
    package var text: String

    package init(
      _ id: String,
      _ numbers: [String: Double] = [:],
      segments: [Int] = [],
      features: [String] = [],
      text: String,
    ) {
      self.id = id
      self.numbers = numbers
      self.segments = segments
      self.features = features
      self.text = text
    }
  }
}
