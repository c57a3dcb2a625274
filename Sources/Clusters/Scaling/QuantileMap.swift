/// Which share of a column lies below a value, by straight lines between some of its quantiles.
enum QuantileMap {
  /// The most quantiles that are kept of a column.
  static let most = 1_000
  /// Shares nearer to 0 or 1 than this are drawn in before they become normal values.
  static let edge = 1e-7 - Double.ulpOfOne

  /// The quantiles of a column at even shares from 0 to 1.
  static func quantiles(of column: SortedColumn) -> [Double] {
    let count = min(most, column.values.count)
    guard count > 1 else { return column.values }
    let step = 1 / Double(count - 1)
    return (0..<count).map { number in
      // By way of percent and from the nearer value, as numpy does it: where many rows are equal,
      // the last digit decides whether a quantile is still before the jump.
      let percent = number == count - 1 ? 100 : Double(number) * step * 100
      let place = Double(column.values.count - 1) * (percent / 100)
      let below = min(Int(place), column.values.count - 2)
      let part = place - Double(below)
      let (low, high) = (column.values[below], column.values[below + 1])
      return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part)
    }
  }

  /// The share of the column below a value; in the middle of a jump where many values are equal.
  static func share(of value: Double, in quantiles: [Double]) -> Double {
    guard let first = quantiles.first, let last = quantiles.last else { return 0 }
    if value <= first { return 0 }
    if value >= last { return 1 }
    let notBelow = firstPlace(in: quantiles) { $0 >= value }
    let above = firstPlace(in: quantiles) { $0 > value }
    let step = 1 / Double(quantiles.count - 1)
    if notBelow < above { return 0.5 * Double(notBelow + above - 1) * step }
    let part = (value - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1])
    return (Double(above - 1) + part) * step
  }

  /// The value below which a share of the column lies.
  static func value(at share: Double, in quantiles: [Double]) -> Double {
    SortedColumn(sorted: quantiles).quantile(max(0, min(1, share)))
  }

  /// The same share as a value of the standard normal distribution, at most 5.2 in size.
  static func normal(_ share: Double) -> Double {
    NormalDistribution.quantile(max(edge, min(1 - edge, share)))
  }

  /// The share that `normal` was taken of; what was drawn in from the edges goes back there.
  static func share(ofNormal value: Double) -> Double {
    let share = NormalDistribution.share(below: value)
    return share < 1e-7 ? 0 : (share > 1 - 1e-7 ? 1 : share)
  }

  private static func firstPlace(
    in values: [Double],
    where isThere: (Double) -> Bool,
  ) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if isThere(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
