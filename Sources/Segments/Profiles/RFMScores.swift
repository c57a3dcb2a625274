/// Scores of recency, frequency and spend, 1 (worst) to 5 (best), by mid-rank share.
///
/// The share of a value is (smaller + half of the equal) ÷ all; the score 1 + ⌊5 × share⌋, at most 5. Equal values
/// always score alike and no order of rows matters, unlike quintiles that cut through ties. For recency fewer
/// days are better, so larger values count as smaller.
struct RFMScores {
  let recency: [Int]
  let frequency: [Int]
  let monetary: [Int]
  /// The features the scores were made of, in the order recency, frequency, monetary.
  let features: [FeatureColumn]

  /// The scores of every customer; `nil` where one of the three is not known of all of them.
  init?(_ table: FeatureTable) {
    var columns: [FeatureColumn] = []
    for role in [Role.recency, .orders, .spend] {
      guard let column = table.features.first(where: { $0.role == role }),
        column.values.allSatisfy({ $0 != nil })
      else { return nil }
      columns.append(column)
    }
    features = columns
    recency = Self.scores(of: columns[0].present.map { -$0 })
    frequency = Self.scores(of: columns[1].present)
    monetary = Self.scores(of: columns[2].present)
  }

  /// The group of every customer.
  var groups: [RFMGroup] {
    recency.indices.map { RFMGroup.of(recency[$0], frequency[$0], monetary[$0]) }
  }

  static func scores(of values: [Double], upTo best: Int = 5) -> [Int] {
    let sorted = Summary(values)
    return values.map { value in
      let below = Double(sorted.count(below: value))
      let equal = Double(sorted.count(upTo: value)) - below
      return min(best, 1 + Int(Double(best) * (below + equal / 2) / Double(sorted.count)))
    }
  }

  /// The values that each of some scores of one feature covers; scores that nobody has are left out.
  static func spans(
    of scores: [Int],
    in column: FeatureColumn,
    upTo best: Int = 5,
  ) -> [SegmentReport.RFMScore] {
    (1...best).compactMap { score in
      let values = scores.indices.filter { scores[$0] == score }.compactMap { column.values[$0] }
      guard let low = values.min(), let high = values.max() else { return nil }
      return .init(
        feature: column.name,
        score: score,
        low: low,
        high: high,
        customers: values.count,
      )
    }
  }

  /// The scores of one customer, with the name of their group.
  func standing(of row: Int) -> RFMStanding {
    RFMStanding(
      recency: recency[row],
      frequency: frequency[row],
      monetary: monetary[row],
      group: RFMGroup.of(recency[row], frequency[row], monetary[row]).name,
    )
  }

  /// Which values each score covers and how many customers have it; `ids` are the customers' segments.
  func facts(in ids: [Int]) -> SegmentReport.RFMFacts {
    let scores = zip(features, [recency, frequency, monetary]).flatMap { column, scores in
      Self.spans(of: scores, in: column)
    }
    let groups = groups
    return SegmentReport.RFMFacts(
      table: RFMGroup.version,
      scores: scores,
      groups: RFMGroup.allCases.map { group in
        .init(name: group.name, customers: groups.count { $0 == group })
      },
      grid: RFMGridBuilder(scores: self, ids: ids).grid,
    )
  }
}

/// The scores of one customer, 1 (worst) to 5 (best), and the named group they belong to.
package struct RFMStanding: Codable, Sendable, Equatable {
  package var recency: Int
  package var frequency: Int
  package var monetary: Int
  package var group: String
}

extension FeatureTable {
  /// The scores of the customer in a row; `nil` where recency, orders or spend is not known of all customers.
  package func standing(of row: Int) -> RFMStanding? { RFMScores(self)?.standing(of: row) }
}
