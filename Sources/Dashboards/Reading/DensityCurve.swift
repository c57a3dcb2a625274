import Foundation
import Segments

/// A smooth curve of which values are frequent, drawn from the percentiles of a report.
///
/// A Gaussian kernel over the middles of the hundred parts, with Silverman's width. Where values cannot
/// go on, such as below zero, the curve is folded back and ends there. Its highest point is 1.
struct DensityCurve {
  /// The curve from left to right.
  let points: [(x: Double, y: Double)]
  private static let count = 120

  /// How a curve is drawn.
  struct Ground {
    /// The values that are drawn.
    let range: ClosedRange<Double>
    /// Whether equal ratios are equal distances.
    let isLog: Bool
    /// Where values begin and end by their nature.
    let bounds: (low: Double?, high: Double?)
    /// The least width of the kernel: whole numbers stand half a one apart from nothing.
    let leastWidth: Double
  }

  /// A curve; nil where all values are the same.
  init?(_ spread: Spread, on ground: Ground) {
    func placed(_ value: Double) -> Double { ground.isLog ? log10(max(value, 1e-300)) : value }
    let values = (0..<100).map { placed((spread.quantiles[$0] + spread.quantiles[$0 + 1]) / 2) }
    let (low, high) = (placed(ground.range.lowerBound), placed(ground.range.upperBound))
    let width = max(
      Self.width(of: values),
      ground.isLog ? 0 : ground.leastWidth,
      (high - low) / 200
    )
    guard !spread.isConstant, high > low, width.isFinite else { return nil }
    let bounds = [ground.bounds.low, ground.bounds.high].compactMap { ground.isLog ? nil : $0 }
    let all = values + bounds.flatMap { bound in values.map { 2 * bound - $0 } }
    let start = max(low, bounds.isEmpty ? low : ground.bounds.low ?? low)
    let end = min(high, bounds.isEmpty ? high : ground.bounds.high ?? high)
    guard end > start else { return nil }
    var heights = (0...Self.count).map { step -> Double in
      let x = start + (end - start) * Double(step) / Double(Self.count)
      return all.reduce(0) { sum, value in
        let distance = (x - value) / width
        return distance.magnitude < 5 ? sum + exp(-distance * distance / 2) : sum
      }
    }
    guard let most = heights.max(), most > 0 else { return nil }
    for place in heights.indices { heights[place] /= most }
    points = heights.enumerated().map { step, height in
      let x = start + (end - start) * Double(step) / Double(Self.count)
      return (ground.isLog ? pow(10, x) : x, height)
    }
  }

  /// 0.9 · min(σ, middle half ÷ 1.34) · n^(−1/5), n being the hundred parts.
  private static func width(of values: [Double]) -> Double {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let sd = (square / (n - 1)).squareRoot()
    let half = (values[75] - values[25]) / 1.34
    return 0.9 * (half > 0 ? min(sd, half) : sd) * pow(n, -0.2)
  }
}

extension Measure {
  /// The ground on which its curves are drawn: that of its histograms.
  var densityGround: DensityCurve.Ground {
    let histogram = HistogramDrawing(measure: self)
    return DensityCurve.Ground(
      range: histogram.range,
      isLog: histogram.isLog,
      bounds: isBalance
        ? (-1, 1) : (facts.negatives == 0 && facts.min >= 0 ? 0 : nil, isShare ? 1 : nil),
      leastWidth: facts.isWhole ? 0.5 : 0
    )
  }
}
