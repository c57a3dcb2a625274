import RealModule

/// The standard normal distribution.
enum NormalDistribution {
  /// The share of values that lie below.
  static func share(below value: Double) -> Double {
    0.5 * Double.erfc(-value * 0.5.squareRoot())
  }

  /// The value below which the share lies, to the last digits; the share is between 0 and 1.
  static func quantile(_ share: Double) -> Double {
    guard share != 0.5 else { return 0 }
    // The smaller tail: there the share has all its digits.
    let tail = share < 0.5 ? share : 1 - share
    guard tail > 0 else { return share < 0.5 ? -.infinity : .infinity }
    // A first guess to three digits (the leading terms for a far tail), then Halley's steps.
    let root = (-2 * Double.log(tail)).squareRoot()
    var value =
      root - (2.515_517 + root * (0.802_853 + root * 0.010_328))
      / (1 + root * (1.432_788 + root * (0.189_269 + root * 0.001_308)))
    for _ in 0..<3 {
      let density = Double.exp(-0.5 * value * value) / (2 * Double.pi).squareRoot()
      let step = (self.share(below: -value) - tail) / density
      value += step / (1 - 0.5 * step * value)
    }
    return share < 0.5 ? -value : value
  }
}
