/// Counts customers by recency and frequency, with what they spend and whose segment they are.
struct RFMGridBuilder {
  /// Fewer customers than this have no grid.
  static let least = 50
  /// Fewer customers than this have three classes each way: of five, most cells would hold nobody.
  static let leastForFive = 500

  let scores: RFMScores
  /// The segment of each customer, 0 for none.
  let ids: [Int]

  /// The grid; `nil` with too few customers.
  var grid: SegmentReport.RFMGrid? {
    guard ids.count >= Self.least, scores.features.count == 3 else { return nil }
    let side = ids.count < Self.leastForFive ? 3 : 5
    let (days, orders) = (scores.features[0], scores.features[1])
    let recency =
      side == 5 ? scores.recency : RFMScores.scores(of: days.present.map { -$0 }, upTo: side)
    let frequency =
      side == 5 ? scores.frequency : RFMScores.scores(of: orders.present, upTo: side)
    return SegmentReport.RFMGrid(
      side: side,
      recency: RFMScores.spans(of: recency, in: days, upTo: side),
      frequency: RFMScores.spans(of: frequency, in: orders, upTo: side),
      cells: cells(recency, frequency, side),
    )
  }

  private func cells(_ recency: [Int], _ frequency: [Int], _ side: Int) -> [SegmentReport.RFMCell] {
    var members = [[Int]](repeating: [], count: side * side)
    for row in ids.indices {
      members[(recency[row] - 1) * side + frequency[row] - 1].append(row)
    }
    let spend = scores.features[2].values
    return members.enumerated().compactMap { place, rows in
      guard !rows.isEmpty else { return nil }
      let summary = Summary(rows.compactMap { spend[$0] })
      return SegmentReport.RFMCell(
        recency: place / side + 1,
        frequency: place % side + 1,
        customers: rows.count,
        meanSpend: summary.mean,
        medianSpend: summary.median,
        segment: majority(of: rows),
      )
    }
  }

  /// The segment of more than half of some customers.
  private func majority(of rows: [Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for row in rows { counts[ids[row], default: 0] += 1 }
    return counts.first { $0.key > 0 && 2 * $0.value > rows.count }?.key
  }
}
