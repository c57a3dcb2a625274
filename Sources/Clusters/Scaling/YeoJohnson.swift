import RealModule

/// A power that brings a lopsided column nearer to a normal distribution (Yeo and Johnson, 2000).
///
/// Values that are not negative become ((1 + value)^λ − 1) / λ, negative ones the mirror image with
/// 2 − λ in place of λ. With λ = 1 nothing changes, with λ = 0 it is the logarithm of 1 + value.
enum YeoJohnson {
  /// The value under the power.
  static func apply(_ value: Double, _ lambda: Double) -> Double {
    value < 0
      ? 0 - grown(Double.log(onePlus: -value), 2 - lambda)
      : grown(Double.log(onePlus: value), lambda)
  }

  /// What `apply` was taken of; a number that no value leads to gives the nearest that one does.
  static func undo(_ value: Double, _ lambda: Double) -> Double {
    value < 0
      ? 0 - Double.expMinusOne(shrunk(-value, 2 - lambda))
      : Double.expMinusOne(shrunk(value, lambda))
  }

  /// The power under which the column is most likely to be normal (maximum likelihood).
  ///
  /// It is where the slope of the log-likelihood is zero, which is known to more digits than where
  /// the log-likelihood is greatest. The values are sorted; they are not all equal.
  static func lambda(for column: SortedColumn) -> Double {
    let slope = LikelihoodSlope(of: column)
    let (lowest, highest) = slope.bounds
    // The slope falls: walk away from "nothing changes" until it has changed its sign.
    var low = max(lowest, -1)
    var high = min(highest, 3)
    while low > lowest, slope.at(low) < 0 { low = max(lowest, 1 - 2 * (1 - low)) }
    while high < highest, slope.at(high) > 0 { high = min(highest, 1 + 2 * (high - 1)) }
    if !(slope.at(low) > 0) { return low }
    if !(slope.at(high) < 0) { return high }
    return BrentRoot.find(between: low, and: high, tolerance: 1e-13, of: slope.at)
  }

  /// (e^(power·logarithm) − 1) / power, and its limit where the power is 0.
  private static func grown(_ logarithm: Double, _ power: Double) -> Double {
    power == 0 ? logarithm : Double.expMinusOne(power * logarithm) / power
  }

  /// The logarithm that `grown` was taken of.
  private static func shrunk(_ value: Double, _ power: Double) -> Double {
    guard power != 0 else { return value }
    return Double.log(onePlus: max(power * value, -1 + Double.ulpOfOne)) / power
  }

  /// How the log-likelihood of a power changes with the power.
  private struct LikelihoodSlope {
    /// The logarithm of 1 + magnitude of each value, and whether it is negative.
    private let logarithms: [(size: Double, isNegative: Bool)]
    private let sum: Double
    /// Powers between which squares of everything stay finite.
    let bounds: (Double, Double)

    init(of column: SortedColumn) {
      logarithms = column.values.map { (Double.log(onePlus: $0.magnitude), $0 < 0) }
      sum = logarithms.reduce(0) { $0 + ($1.isNegative ? -$1.size : $1.size) }
      var bounds = (-Double.infinity, Double.infinity)
      if let highest = logarithms.last, !highest.isNegative, highest.size > 0 {
        bounds = (-300 / highest.size, 300 / highest.size)
      }
      if let lowest = logarithms.first, lowest.isNegative {
        bounds = (max(bounds.0, 2 - 300 / lowest.size), min(bounds.1, 2 + 300 / lowest.size))
      }
      self.bounds = bounds
    }

    func at(_ lambda: Double) -> Double {
      var values: [Double] = []
      var slopes: [Double] = []
      values.reserveCapacity(logarithms.count)
      slopes.reserveCapacity(logarithms.count)
      for (size, isNegative) in logarithms {
        let power = isNegative ? 2 - lambda : lambda
        let value = YeoJohnson.grown(size, power)
        values.append(isNegative ? 0 - value : value)
        slopes.append(Self.slope(size, power, value))
      }
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let meanSlope = slopes.reduce(0, +) / count
      var variance = 0.0
      var together = 0.0
      for (value, slope) in zip(values, slopes) {
        variance += (value - mean) * (value - mean)
        together += (value - mean) * (slope - meanSlope)
      }
      return sum - count * together / variance
    }

    /// How `grown` changes with its power.
    private static func slope(_ size: Double, _ power: Double, _ value: Double) -> Double {
      let exponent = power * size
      // Near 0 the difference below loses its digits; the series does not.
      guard exponent.magnitude > 0.01 else {
        // size² · Σ exponent^n / (n! · (n + 2)), from the last term to the first.
        var sum = 0.0
        for (n, factorial) in [1.0, 1, 2, 6, 24, 120].enumerated().reversed() {
          sum = sum * exponent + 1 / (factorial * Double(n + 2))
        }
        return size * size * sum
      }
      return (size * Double.exp(exponent) - value) / power
    }
  }
}
