/// Reads short numbers, at most eight bytes of digits with a sign and a mark, all bytes at once.
struct ShortNumber {
  private static let powers: [Double] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7]

  private let marks: UInt64
  private let powers = Self.powers

  /// Makes a reader for numbers with this mark before the fraction.
  init(_ mark: DecimalMark) {
    marks = UInt64(mark.byte) &* 0x0101_0101_0101_0101
  }

  /// What `NumberParser.plain` says of a range of 1 to 8 bytes; nil if only it can tell.
  ///
  /// - Parameter bytes: The text, with at least 8 more bytes after the start of the range.
  @inline(__always)
  func value(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    // A load of plain integers through `RawSpan`, which checks its bounds.
    var word: UInt64 = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromByteOffset: start,
      as: UInt64.self,
    )
    var length = end &- start
    let isNegative = UInt8(truncatingIfNeeded: word) == UInt8(ascii: "-")
    if isNegative {
      word &>>= 8
      length &-= 1
    }
    guard length >= 1, length <= 8 else { return nil }
    // The last byte of the number becomes the highest, and zero bytes stand before its first.
    word &<<= UInt64(truncatingIfNeeded: (8 &- length) &* 8)
    let other = word ^ marks
    let found = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
    var fraction = 0
    if found != 0 {
      let place = found.trailingZeroBitCount & ~7
      let below = (1 as UInt64) &<< UInt64(truncatingIfNeeded: place) &- 1
      fraction = 7 &- place / 8
      word = (word & below) &<< 8 | word & ~below & ~(0xff &<< UInt64(truncatingIfNeeded: place))
      length &-= 1
      guard length >= 1 else { return nil }
    }
    let missing = (8 &- length) &* 8
    word |= 0x3030_3030_3030_3030 & ((1 as UInt64) << UInt64(truncatingIfNeeded: missing) &- 1)
    let carries = (word &+ 0x0606_0606_0606_0606) & 0xf0f0_f0f0_f0f0_f0f0
    guard word & 0xf0f0_f0f0_f0f0_f0f0 | carries &>> 4 == 0x3333_3333_3333_3333 else { return nil }
    // Neighbors are joined three times: digits to pairs, pairs to fours, fours to the number.
    word = word &- 0x3030_3030_3030_3030
    word = word &* 10 &+ word &>> 8
    let high = (word & 0x0000_00ff_0000_00ff) &* 0x000f_4240_0000_0064
    let low = (word &>> 16 & 0x0000_00ff_0000_00ff) &* 0x0000_2710_0000_0001
    let digits = Double((high &+ low) &>> 32)
    // Both are exact, so one rounding is left.
    let magnitude = fraction == 0 ? digits : digits / powers[fraction]
    return isNegative ? -magnitude : magnitude
  }
}
