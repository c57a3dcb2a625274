/// Times of day that stand in a column of their own, beside that of the dates.
package enum DayTime {
  /// The second of the day that a text says, such as "8:26 PM"; nil if it is no time.
  package static func second(of text: String) -> Int32? {
    let bytes = Array(text.utf8)
    return second(bytes, bytes.indices)
  }

  /// The same of a part of an array: the cells of a `TextColumn` are parts of one.
  package static func second(_ bytes: [UInt8], _ range: Range<Int>) -> Int32? {
    // Digits without a mark are a number.
    let isTime = bytes[range].contains { $0 == UInt8(ascii: ":") || $0 | 0x20 == UInt8(ascii: "h") }
    guard isTime, bytes[range.lowerBound] &- 0x30 <= 9 else { return nil }
    return TimeOfDay(bytes.span, range.lowerBound, range.upperBound)?.second
  }
}
