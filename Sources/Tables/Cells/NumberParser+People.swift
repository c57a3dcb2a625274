extension NumberParser {
  /// The most bytes a number with marks between its thousands may have.
  private static let maximumGroupedBytes = 64

  /// The number in a trimmed cell as people write it, with a currency, a percent sign, thousands or
  /// parentheses.
  ///
  /// "12 %" is 12. "(3.50)", "3.50-" and "−3.50" are −3.5, as bookkeepers write it. "$ -" is the zero
  /// of an accounting format. UTF-8, and single bytes that are none as Windows-1252.
  func tolerant(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    guard let number = OrnamentedNumber(bytes, start, end, mark) else { return nil }
    guard !number.isDash else { return 0 }
    guard
      let magnitude = plain(bytes, number.start, number.end)
        ?? grouped(bytes, number.start, number.end)
    else { return nil }
    return number.isNegative ? -magnitude : magnitude
  }

  /// The number of a range with marks between its thousands; nil if they do not stand right.
  ///
  /// Right are groups of three digits after a first one of one to three, all with the same mark; or,
  /// with commas, one of three digits after groups of two (12,34,567), as in India.
  private func grouped(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double? {
    guard end - start <= Self.maximumGroupedBytes else { return nil }
    var groups = DigitGroups()
    var digits = InlineArray<64, UInt8>(repeating: 0)
    var count = 0
    var position = start
    while position < end, bytes[position] != markByte, bytes[position] | 0x20 != 0x65 {
      if bytes[position] &- 0x30 <= 9 {
        digits[count] = bytes[position]
        count += 1
        position += 1
        groups.addDigit()
      } else {
        let (scalar, length) = CellScalar.first(bytes, position, end)
        guard let kind = DigitGroups.Mark(scalar, mark), groups.end(with: kind) else { return nil }
        position += length
      }
    }
    guard groups.areRight(allowsPairs: mark == .point) else { return nil }
    while position < end {
      digits[count] = bytes[position]
      count += 1
      position += 1
    }
    return plain(digits.span, 0, count)
  }
}
