/// Reads numbers from bytes.
///
/// `plain` takes signs, digits, one decimal mark and an exponent, and gives the nearest `Double`, ties
/// to even. With a mantissa up to 2⁵³ and a power of ten up to 22 both are exact, so one rounding is
/// left (Clinger 1990); the rest is left to `NearestDouble`. `tolerant` takes what people write
/// besides. No text is made on any way.
package struct NumberParser {
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
  let mark: DecimalMark
  let markByte: UInt8
  private let powers = Self.powers

  /// Makes a parser for numbers with this decimal mark.
  package init(_ mark: DecimalMark) {
    self.mark = mark
    markByte = mark.byte
  }

  /// The number that the whole range says, or nil if it says none or one beyond all bounds.
  @inline(__always)
  package func plain(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    var position = start
    guard position < end else { return nil }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position &+= 1 }
    var mantissa: UInt64 = 0
    let wholeStart = position
    while position < end {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      position &+= 1
    }
    var digits = position &- wholeStart
    var exponent = 0
    if position < end, bytes[position] == markByte {
      position &+= 1
      let fractionStart = position
      while position < end {
        let digit = bytes[position] &- 0x30
        guard digit <= 9 else { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        position &+= 1
      }
      exponent = fractionStart &- position
      digits &-= exponent
    }
    guard digits > 0 else { return nil }
    var written = 0
    if position < end {
      guard let found = writtenExponent(bytes, position, end) else { return nil }
      written = found
      exponent &+= found
    }
    guard digits <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else {
      let magnitude =
        digits <= 19
        ? NearestDouble.value(of: mantissa, exponent: exponent)
        : long(bytes, start, position, written)
      guard magnitude.isFinite else { return nil }
      return isNegative ? -magnitude : magnitude
    }
    let magnitude =
      exponent < 0 ? Double(mantissa) / powers[0 &- exponent] : Double(mantissa) * powers[exponent]
    return isNegative ? -magnitude : magnitude
  }

  /// The number behind the e of "e-12", bounded; nil if the range says anything else.
  private func writtenExponent(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var position = start + 1
    guard position < end else { return nil }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    guard position < end else { return nil }
    var exponent = 0
    while position < end {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else { return nil }
      exponent = min(exponent * 10 + Int(digit), 1 << 40)
      position += 1
    }
    return isNegative ? -exponent : exponent
  }

  /// The size of a number of more than 19 digits, zeros before them included.
  private func long(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ exponent: Int,
  ) -> Double {
    var digits: [UInt8] = []
    var point = exponent
    var isWhole = true
    for position in start..<end {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else {
        if bytes[position] == markByte { isWhole = false }
        continue
      }
      if digit == 0, digits.isEmpty {
        if !isWhole { point -= 1 }
        continue
      }
      if isWhole { point += 1 }
      if digits.count < NearestDouble.maximumDigits {
        digits.append(digit)
      } else if digit > 0, digits.count == NearestDouble.maximumDigits {
        // That anything follows breaks a tie; what it is does not matter.
        digits.append(1)
      }
    }
    return NearestDouble.value(of: digits, point: point)
  }
}
