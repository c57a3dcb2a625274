import Segments

/// The two segments that a page sets side by side, and how they differ.
struct Pairing {
  let reading: Reading
  let left: Portrait
  let right: Portrait

  /// One measure of both segments.
  struct Gap {
    let measure: Measure
    let left: SegmentReport.SegmentFeature
    let right: SegmentReport.SegmentFeature
    /// The median's place among all customers, 0 to 1.
    let leftRank: Double
    let rightRank: Double

    /// How far the medians are apart, in ranks.
    var size: Double { (leftRank - rightRank).magnitude }
  }

  /// The two largest contrasts in value, else the two largest segments; nil with fewer than two.
  init?(reading: Reading) {
    let shown = reading.shown
    guard shown.count > 1 else { return nil }
    self.reading = reading
    if reading.value != nil {
      let ranked = shown.sorted { ($0.facts.valueShare ?? 0) > ($1.facts.valueShare ?? 0) }
      left = ranked[0]
      right = ranked[ranked.count - 1]
    } else {
      left = shown[0]
      right = shown[1]
    }
  }

  /// All measures of both, the widest gap first.
  var gaps: [Gap] {
    let gaps = reading.varying.compactMap { measure -> Gap? in
      guard let one = left.value(of: measure), let other = right.value(of: measure) else {
        return nil
      }
      return Gap(
        measure: measure,
        left: one,
        right: other,
        leftRank: Self.rank(of: one.median, in: measure.facts.quantiles),
        rightRank: Self.rank(of: other.median, in: measure.facts.quantiles)
      )
    }
    return gaps.sorted { one, other in
      one.size == other.size ? one.measure.place < other.measure.place : one.size > other.size
    }
  }

  /// The widest gaps, as many as find room on a page beside legend, axis and a heading of two lines.
  func gaps(within limit: Double?) -> [Gap] {
    Array(gaps.prefix(min(12, max(4, Int(min((limit ?? 300) - 60, 300) / 19)))))
  }

  /// The share of customers below a value: the middle of the quantiles that equal it.
  static func rank(of value: Double, in quantiles: [Double]) -> Double {
    guard quantiles.count > 1 else { return 0.5 }
    let below = quantiles.count { $0 < value }
    let upTo = quantiles.count { $0 <= value }
    if upTo > below { return Double(below + upTo - 1) / 2 / Double(quantiles.count - 1) }
    return Spread.share(below: value, in: quantiles)
  }
}
