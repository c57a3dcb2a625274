import Foundation
import Plots
import Segments

/// A measure cut at round limits into two to five classes, each with about a fifth of all customers where the
/// values allow it.
struct MeasureClasses {
  let measure: Measure
  /// Where classes begin, but for the lowest one, rising; a value on a limit belongs to the class above.
  let limits: [Double]
  /// Counted in the bins of the report; else read from percentiles, which may be one percent off.
  let isCounted: Bool

  /// A class with a smaller share of all customers is not cut off.
  private static let leastShare = 0.05

  /// Nil where nearly all customers have the same value.
  init?(_ measure: Measure) {
    self.measure = measure
    let isCounted = !HistogramDrawing(measure: measure).isLog
    self.isCounted = isCounted
    guard let all = Spread(measure.facts) else { return nil }
    let bins = measure.facts.histogram
    let candidates = isCounted ? Self.edges(of: bins) : Self.roundValues(all)
    let counts = isCounted ? bins.counts : nil
    let shares = Self.shares(below: candidates, all, bins, counts: counts, beneath: bins.below)
    limits = Self.chosen(zip(candidates, shares).map { (limit: $0, below: $1) })
    guard !limits.isEmpty else { return nil }
  }

  /// The share of all customers in each class.
  var all: [Double] {
    let bins = measure.facts.histogram
    return shares(Spread(measure.facts), counts: bins.counts, beneath: bins.below) ?? []
  }

  /// The share of a segment's customers in each class; nil when they may not be shown.
  func shares(of portrait: Portrait) -> [Double]? {
    guard let bins = portrait.facts.histograms[measure.facts.name] else { return nil }
    return shares(Spread(portrait, measure), counts: bins.counts, beneath: bins.below)
  }

  /// What each class is called: "<€100", "€100 – €200", "≥€200"; whole numbers in bins of one "1", "2 – 4", "≥5".
  func names(_ words: Words) -> [String] {
    let isSingle = measure.facts.isWhole && isCounted && measure.facts.histogram.width == 1
    func name(_ low: Double, _ high: Double) -> String {
      let last = isSingle ? high - 1 : high
      guard last > low else { return measure.text(low) }
      return words("rfm.range", ["low": measure.text(low), "high": measure.text(last)])
    }
    let lowest =
      isSingle && measure.facts.min < limits[0]
      ? name(measure.facts.min, limits[0]) : "<" + measure.text(limits[0])
    return [lowest] + zip(limits, limits.dropFirst()).map(name)
      + ["≥" + measure.text(limits[limits.count - 1])]
  }

  private func shares(_ spread: Spread?, counts: [Int], beneath: Int) -> [Double]? {
    guard let spread else { return nil }
    let bins = measure.facts.histogram
    let counts = isCounted ? counts : nil
    let below =
      [0] + Self.shares(below: limits, spread, bins, counts: counts, beneath: beneath) + [1]
    return zip(below, below.dropFirst()).map { max(0, $1 - $0) }
  }

  /// The inner edges of bins: beyond the last one it would be open to which class its value belongs.
  private static func edges(of bins: SegmentReport.Histogram) -> [Double] {
    bins.counts.indices.map { bins.start + Double($0) * bins.width }
  }

  /// 1, 2 and 5 of every power of ten among the values.
  private static func roundValues(_ spread: Spread) -> [Double] {
    let (low, high) = (spread.quantiles[0], spread.quantiles[100])
    guard low > 0, high > low, high.isFinite else { return [] }
    let powers = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.down))
    return powers.flatMap { power in [1, 2, 5].map { Ticks.times(power: power, $0) } }
  }

  /// The share of some customers below each limit, by their counts in the bins or, without these, by percentiles.
  private static func shares(
    below limits: [Double],
    _ spread: Spread,
    _ bins: SegmentReport.Histogram,
    counts: [Int]?,
    beneath: Int
  ) -> [Double] {
    limits.map { limit in
      guard let counts else { return spread.share(below: limit) }
      let place = Int(((limit - bins.start) / bins.width).rounded())
      return Double(beneath + counts.prefix(place).reduce(0, +)) / Double(max(1, spread.n))
    }
  }

  /// The limit nearest to each fifth, where that cuts off no sliver.
  private static func chosen(_ candidates: [(limit: Double, below: Double)]) -> [Double] {
    let open = candidates.filter { $0.below >= leastShare && $0.below <= 1 - leastShare }
    var chosen: [(limit: Double, below: Double)] = []
    for fifth in [0.2, 0.4, 0.6, 0.8] {
      let nearest = open.min { ($0.below - fifth).magnitude < ($1.below - fifth).magnitude }
      guard let nearest, nearest.below >= (chosen.last?.below ?? 0) + leastShare else { continue }
      chosen.append(nearest)
    }
    return chosen.map(\.limit)
  }
}
