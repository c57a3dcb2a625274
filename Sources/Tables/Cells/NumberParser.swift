/// Reads numbers from bytes.
///
/// `plain` takes signs, digits, one decimal mark and an exponent, and gives exactly the number that
/// `Double(String)` gives. Up to 19 digits, a mantissa up to 2⁵³ and a power of ten up to 22 it
/// computes itself: both are exact then, so one rounding is left (Clinger 1990). `tolerant` takes
/// what people write besides.
struct NumberParser {
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
  private let mark: DecimalMark
  private let markByte: UInt8
  private let powers = Self.powers

  /// Makes a parser for numbers with this decimal mark.
  init(_ mark: DecimalMark) {
    self.mark = mark
    markByte = mark.byte
  }

  /// The number that the whole range says, or nil if it says none or one beyond all bounds.
  @inline(__always)
  func plain(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
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
    if position < end {
      guard let written = writtenExponent(bytes, position, end) else { return nil }
      exponent &+= written
    }
    guard digits <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else {
      return slow(bytes, start, end)
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
      exponent = min(exponent * 10 + Int(digit), 99999)
      position += 1
    }
    return isNegative ? -exponent : exponent
  }

  /// What the fast way cannot round right; the range was found to be a number.
  private func slow(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    var text = ""
    for position in start..<end {
      let byte = bytes[position] == markByte ? UInt8(ascii: ".") : bytes[position]
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The number in a trimmed text with a currency sign, a percent sign, thousands or parentheses.
  ///
  /// "12 %" is 12. "(3.50)" is −3.5, as bookkeepers write it.
  func tolerant(_ text: [UInt8]) -> Double? {
    guard var plainText = Self.withoutOrnaments(text) else { return nil }
    var isNegative = false
    if plainText.first == UInt8(ascii: "("), plainText.last == UInt8(ascii: ")") {
      plainText = Array(plainText.dropFirst().dropLast())
      isNegative = true
    }
    guard let digits = withoutThousands(plainText),
      let value = plain(digits.span, 0, digits.count),
      !(isNegative && value < 0)
    else { return nil }
    return isNegative ? -value : value
  }

  /// The text without blanks at its borders, one currency sign and one percent sign.
  ///
  /// The minus sign of typography becomes a hyphen, and blanks within become plain ones.
  private static func withoutOrnaments(_ text: [UInt8]) -> [UInt8]? {
    var kept: [UInt8] = []
    var signs = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "$", "€", "£", "¥", "%": signs += 1
      case "\u{2212}": kept.append(UInt8(ascii: "-"))
      case " ", "\t", "\u{a0}", "\u{202f}", "\u{2009}":
        if !kept.isEmpty, kept.last != UInt8(ascii: "-") { kept.append(0x20) }
      case "'", "\u{2019}": kept.append(UInt8(ascii: "'"))
      default:
        guard scalar.isASCII else { return nil }
        kept.append(UInt8(scalar.value))
      }
    }
    while kept.last == 0x20 { kept.removeLast() }
    return signs <= 1 && !kept.isEmpty ? kept : nil
  }

  /// The text without marks between thousands, or nil if they do not stand in groups of three.
  private func withoutThousands(_ text: [UInt8]) -> [UInt8]? {
    let marks: [UInt8] = [mark.thousands, 0x20, UInt8(ascii: "'")]
    guard let used = text.first(where: { marks.contains($0) }) else { return text }
    let fraction = text.firstIndex(of: markByte) ?? text.count
    let signs = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? 1 : 0
    guard signs < fraction, !text[fraction...].contains(where: { marks.contains($0) }) else {
      return nil
    }
    let groups = text[signs..<fraction].split(separator: used, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Array(text[..<signs]) + groups.joined() + Array(text[fraction...])
  }
}
