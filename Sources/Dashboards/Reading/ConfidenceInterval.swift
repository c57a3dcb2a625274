import Segments

/// Between which values an average lies with 95% certainty.
enum ConfidenceInterval {
  /// Around a mean, by Student's t; nil for fewer than two customers.
  static func mean(of spread: Spread) -> ClosedRange<Double>? {
    guard spread.n > 1, spread.sd.isFinite else { return nil }
    let reach = student(spread.n - 1) * spread.sd / Double(spread.n).squareRoot()
    return (spread.mean - reach)...(spread.mean + reach)
  }

  /// Around a median, by the ranks between which it lies; nil for fewer than six customers, where no two
  /// ranks are certain enough.
  static func median(of spread: Spread) -> ClosedRange<Double>? {
    guard spread.n >= 6 else { return nil }
    let n = Double(spread.n)
    let reach = 0.98 * n.squareRoot()
    let low = max(1, (n / 2 - reach).rounded(.down))
    let high = min(n, (n / 2 + 1 + reach).rounded(.up))
    let ends = [low, high].map { spread.quantile(($0 - 1) / (n - 1)) }
    return min(ends[0], spread.median)...max(ends[1], spread.median)
  }

  /// The 97.5% quantile of Student's t: exact for up to three degrees of freedom, then by the
  /// expansion of Cornish and Fisher, which errs by less than 0.001.
  static func student(_ degrees: Int) -> Double {
    let few = [12.7062, 4.30265, 3.18245]
    guard degrees > few.count else { return few[max(1, degrees) - 1] }
    let (z, v) = (1.959964, Double(degrees))
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z)
    let z9 = z7 * z * z
    let first = (z3 + z) / (4 * v)
    let second = (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
    let third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v)
    let fourth =
      (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * v * v * v * v)
    return z + first + second + third + fourth
  }
}
