import Plots
import Segments

/// How one measure is spread over one group of customers: a segment, or everybody.
struct Spread {
  /// The segment; nil for all customers.
  let portrait: Portrait?
  let n: Int
  let mean: Double
  let sd: Double
  /// The 0, 1, …, 100 percent quantiles.
  let quantiles: [Double]
  let box: SegmentReport.Box

  /// The spread over all customers; nil where nobody has the measure.
  init?(_ facts: SegmentReport.Feature) {
    guard facts.n > 0, facts.quantiles.count == 101 else { return nil }
    portrait = nil
    (n, mean, sd) = (facts.n, facts.mean, facts.sd)
    (quantiles, box) = (facts.quantiles, facts.box)
  }

  /// The spread over a segment; nil where its values may not or cannot be shown.
  init?(_ portrait: Portrait, _ measure: Measure) {
    guard let value = portrait.value(of: measure), value.quantiles.count == 101 else { return nil }
    self.portrait = portrait
    (n, mean, sd) = (value.n, value.mean, value.sd)
    (quantiles, box) = (value.quantiles, value.box)
  }

  var median: Double { quantiles[50] }
  var paint: Paint { portrait?.paint ?? .single }
  var isConstant: Bool { quantiles[100] <= quantiles[0] }

  /// The value below which a share of the customers lies, between two percentiles by their line.
  func quantile(_ share: Double) -> Double {
    let place = min(max(share, 0), 1) * 100
    let low = min(Int(place), 99)
    return quantiles[low] + (place - Double(low)) * (quantiles[low + 1] - quantiles[low])
  }

  /// The share of customers below a value, between two percentiles by their line.
  func share(below value: Double) -> Double { Self.share(below: value, in: quantiles) }

  /// The share of customers below a value by their quantiles, which are equally far apart.
  static func share(below value: Double, in quantiles: [Double]) -> Double {
    let place = quantiles.count { $0 < value }
    guard place > 0, place < quantiles.count else { return place == 0 ? 0 : 1 }
    let step = quantiles[place] - quantiles[place - 1]
    return (Double(place - 1) + (value - quantiles[place - 1]) / step) / Double(quantiles.count - 1)
  }

  /// The share of customers with at most a value, at every percentile: (value, share), rising.
  ///
  /// A type 7 quantile at p lies at or above the ⌊p (n − 1)⌋ + 1 smallest values. So a share is never too
  /// high, and too low by no more than one customer and one percent.
  func steps(isWhole: Bool) -> [(x: Double, y: Double)] {
    var steps: [(x: Double, y: Double)] = []
    for (place, quantile) in quantiles.enumerated() {
      // A quantile between two whole numbers is no value that anybody has.
      let x = isWhole ? (quantile - 1e-9).rounded(.up) : quantile
      let share = Double(place * (n - 1) / 100 + 1) / Double(n)
      if let last = steps.last, x <= last.x {
        steps[steps.count - 1].y = max(last.y, share)
      } else {
        steps.append((x, share))
      }
    }
    return steps
  }
}
