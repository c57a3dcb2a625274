import RealModule

/// Bins of equal width on a log axis, for measures with a long tail.
///
/// Edges are the powers 10^(i / perDecade), so 1, 10 and 100 are always edges. What is not positive or
/// lies before the first edge is counted below.
struct LogBins {
  /// The place of the first edge: 10^(first / perDecade).
  let first: Int
  let perDecade: Int
  let count: Int

  /// Bins over the middle 99 % of the positive values; `nil` where a log axis would tell nothing more
  /// than a plain one, or where values are negative.
  init?(_ summary: Summary) {
    let positive = summary.sorted[summary.count(upTo: 0)...]
    guard summary.min >= 0, positive.count >= 20 else { return nil }
    let inside = Summary(sorted: Array(positive))
    let (low, high) = (inside.quantile(0.005), inside.quantile(0.995))
    let decades = Double.log10(high / low)
    guard low > 0, high.isFinite, decades >= 0.9 else { return nil }
    // Whole numbers leave gaps between 1 and 2 on a finer grid.
    let isCoarse = low < 10 && positive.allSatisfy { $0 == $0.rounded() }
    let perDecade = isCoarse ? 5 : [20, 10, 5].first { decades * Double($0) <= 50 } ?? 2
    self.perDecade = perDecade
    first = Int((Double.log10(low) * Double(perDecade) + 1e-9).rounded(.down))
    let last = Int((Double.log10(high) * Double(perDecade) - 1e-9).rounded(.up))
    count = max(1, last - first)
    guard count <= 120 else { return nil }
  }

  /// Counts of sorted values: in the bins, below and above them.
  func counts(_ summary: Summary) -> SegmentReport.SegmentHistogram {
    var places = (0...count).map { summary.count(below: edge($0)) }
    places[count] = summary.count(upTo: edge(count))
    return SegmentReport.SegmentHistogram(
      counts: (0..<count).map { places[$0 + 1] - places[$0] },
      below: places[0],
      above: summary.count - places[count],
    )
  }

  private func edge(_ place: Int) -> Double {
    let power = first + place
    // Whole powers are written exactly: 1,000 belongs to the bin that begins there.
    guard power.isMultiple(of: perDecade) else {
      return Double.pow(10, Double(power) / Double(perDecade))
    }
    let whole = power / perDecade
    return whole >= 0 ? Double.pow(10, whole) : 1 / Double.pow(10, -whole)
  }
}
