/// The powers of five from 5⁻³⁴² to 5³⁰⁸, each as its first 128 bits.
///
/// Reckoned exactly when first needed (a few thousand divisions of small words) instead of kept as
/// 1 302 literals. Powers are cut; those from 5⁻²⁷ to 5⁻¹ are the next larger number, because a cut
/// one would be wrong for products that are exact.
struct PowersOfFive: Sendable {
  /// The exponents that are known.
  static let exponents = -342...308
  /// All of them.
  static let shared = PowersOfFive()

  private let high: [UInt64]
  private let low: [UInt64]

  private init() {
    var bits: [(high: UInt64, low: UInt64)] = []
    // Dividing step by step is exact: ⌊⌊a/5⌋/5⌋ = ⌊a/25⌋. 1 024 bits leave 128 after 342 steps.
    var inverse = WideInteger(1)
    inverse.shift(by: 1024)
    for power in 1...(-Self.exponents.lowerBound) {
      inverse.divideByFive()
      var first = Self.first128(inverse)
      if power <= 27 {
        first.low &+= 1
        if first.low == 0 { first.high &+= 1 }
      }
      bits.append(first)
    }
    bits.reverse()
    var positive = WideInteger(1)
    for _ in 0...Self.exponents.upperBound {
      bits.append(Self.first128(positive))
      positive.multiply(by: 5)
    }
    high = bits.map(\.high)
    low = bits.map(\.low)
  }

  private static func first128(_ number: WideInteger) -> (high: UInt64, low: UInt64) {
    let width = number.bitWidth
    return (number.bits(at: width - 64), number.bits(at: width - 128))
  }

  /// The first 128 bits of a power.
  subscript(exponent: Int) -> (high: UInt64, low: UInt64) {
    let place = exponent - Self.exponents.lowerBound
    return (high[place], low[place])
  }
}
