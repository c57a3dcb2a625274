import RealModule

/// One axis of a grid of two measures: its range and its cells.
///
/// It spans the middle 99 % of the values; what lies beyond is counted in the border cells. Whole
/// numbers get cells of whole width, because others would beat against them; long tails get a log axis.
struct PairAxis {
  /// The cell of a customer without a value.
  static let missing = UInt8.max

  let low: Double
  let high: Double
  let count: Int
  let isLog: Bool

  /// The axis of a measure with at most `side` cells (fewer than 255); `nil` for a constant one.
  init?(_ feature: SegmentReport.Feature, side: Int) {
    guard feature.max > feature.min, feature.quantiles.count == 101 else { return nil }
    // The percentiles the report has lie a little inside: half a percent more on either side.
    let (low, high) = (feature.quantiles[0], feature.quantiles[100])
    let (first, last) = (feature.quantiles[1], feature.quantiles[99])
    let reach = 0.15 * (last - first)
    let near = Swift.max(low, first - reach)
    let far = Swift.min(high, last + reach)
    isLog = first > 0 && feature.quantiles[50] > 0 && last / feature.quantiles[50] > 8
    if isLog {
      (self.low, self.high, count) = (
        Swift.max(low, first / 1.5), Swift.min(high, last * 1.5), side
      )
    } else if feature.isWhole, far > near {
      let width = Swift.max(1, ((far - near + 1) / Double(side)).rounded(.up))
      count = Int(((far - near + 1) / width).rounded(.up))
      // A number stands in the middle of its cell.
      self.low = near.rounded(.down) - 0.5
      self.high = self.low + Double(count) * width
    } else {
      // Where nearly all values are one, the whole range has to serve.
      (self.low, self.high, count) = far > near ? (near, far, side) : (low, high, side)
    }
  }

  /// The cell of each customer.
  func cells(of values: [Double?]) -> [UInt8] {
    let (start, end) = isLog ? (Double.log(low), Double.log(high)) : (low, high)
    let scale = Double(count) / (end - start)
    return values.map { value in
      guard let value else { return Self.missing }
      let place = ((isLog ? Double.log(Swift.max(value, low)) : value) - start) * scale
      return UInt8(Swift.min(Double(count - 1), Swift.max(0, place.rounded(.down))))
    }
  }
}
