/// The `Double` nearest to a decimal number, ties to even: always the right one.
///
/// Up to 19 digits by one multiplication with a power of five of 128 bits (Lemire 2021, after Eisel);
/// that this never rounds wrong was proved by Mushtak and Lemire in 2023. More digits are cut to 19
/// first; if that leaves open which of two neighbors is nearer, long integers are compared.
enum NearestDouble {
  /// How many digits are looked at: 767 can be needed to tell a number from the middle of two
  /// neighbors, and whether anything follows is kept in one digit more.
  static let maximumDigits = 800

  /// The number `mantissa` · 10^`exponent`; infinity if it is beyond all bounds.
  static func value(of mantissa: UInt64, exponent: Int) -> Double {
    guard mantissa > 0, exponent >= PowersOfFive.exponents.lowerBound else { return 0 }
    guard exponent <= PowersOfFive.exponents.upperBound else { return .infinity }
    let zeros = mantissa.leadingZeroBitCount
    let product = product(mantissa << UInt64(zeros), exponent)
    let upper = Int(product.high >> 63)
    var bits = product.high >> UInt64(upper + 9)
    // The exponent of two of 5^q · 2^q, by 152170/65536 ≈ log2(10) − 1 … exact for all that are known.
    var power = (217_706 * exponent) >> 16 + 63 + upper - zeros + 1023
    if power <= 0 { return subnormal(bits, power) }
    // Just between two neighbors: only then is the product exact, and the even one is right.
    let isTie = product.low <= 1 && (-4...23).contains(exponent) && bits & 3 == 1
    if isTie, bits << UInt64(upper + 9) == product.high { bits &= ~1 }
    bits = (bits + (bits & 1)) >> 1
    if bits >= 1 << 53 {
      bits = 1 << 52
      power += 1
    }
    guard power < 0x7ff else { return .infinity }
    return Double(bitPattern: UInt64(power) << 52 | bits & (1 << 52 - 1))
  }

  private static func subnormal(_ bits: UInt64, _ power: Int) -> Double {
    guard -power + 1 < 64 else { return 0 }
    let shifted = bits >> UInt64(-power + 1)
    // A carry into the hidden bit makes the smallest normal number, as it should.
    return Double(bitPattern: (shifted + (shifted & 1)) >> 1)
  }

  /// The first 128 bits of mantissa · 5^exponent; the second half of the power only where it counts.
  private static func product(_ mantissa: UInt64, _ exponent: Int) -> (high: UInt64, low: UInt64) {
    let power = PowersOfFive.shared[exponent]
    let first = mantissa.multipliedFullWidth(by: power.high)
    guard first.high & 0x1ff == 0x1ff else { return (first.high, first.low) }
    let second = mantissa.multipliedFullWidth(by: power.low)
    let (low, isCarried) = first.low.addingReportingOverflow(second.high)
    return (isCarried ? first.high &+ 1 : first.high, low)
  }

  /// The number 0.d₁d₂d₃… · 10^`point` of digits from 0 to 9, of which the first is not 0.
  ///
  /// At most `maximumDigits` + 1 of them.
  static func value(of digits: [UInt8], point: Int) -> Double {
    guard !digits.isEmpty, point > -400 else { return 0 }
    guard point < 400 else { return .infinity }
    let known = min(19, digits.count)
    var mantissa: UInt64 = 0
    for place in 0..<known { mantissa = mantissa * 10 + UInt64(digits[place]) }
    let lower = value(of: mantissa, exponent: point - known)
    guard digits.count > known else { return lower }
    let upper = value(of: mantissa + 1, exponent: point - known)
    guard lower != upper else { return lower }
    let (isAbove, isMiddle) = compare(digits, point - digits.count, with: lower)
    if isMiddle { return lower.significandBitPattern & 1 == 0 ? lower : upper }
    return isAbove ? upper : lower
  }

  /// Whether digits · 10^`exponent` lies above the middle of a number and the next one, or on it.
  private static func compare(
    _ digits: [UInt8],
    _ exponent: Int,
    with lower: Double,
  ) -> (isAbove: Bool, isMiddle: Bool) {
    let isSubnormal = lower.exponentBitPattern == 0
    let significand = lower.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    let power = max(1, Int(lower.exponentBitPattern)) - 1075
    var left = WideInteger(digits: digits)
    var right = WideInteger(significand * 2 + 1)
    if exponent >= 0 {
      left.multiply(byFiveTo: exponent)
    } else {
      right.multiply(byFiveTo: -exponent)
    }
    let shift = exponent - (power - 1)
    if shift >= 0 { left.shift(by: shift) } else { right.shift(by: -shift) }
    return (left > right, left == right)
  }
}
