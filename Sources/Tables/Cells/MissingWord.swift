/// The words that people and programs write into a cell to say that it is empty.
enum MissingWord {
  private static let forNumbers: Set<String> = [
    "nan", "+nan", "-nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity",
    "null", "na", "n/a", "#n/a", "none", "-", "--", "\\n",
  ]
  private static let forTexts: Set<String> = [
    "nan", "null", "n/a", "#n/a", "none", "-", "--", "\\n",
  ]

  /// Whether a trimmed cell of a column of numbers or dates says that it is empty.
  @inline(__always)
  static func isNumberMissing(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    matches(bytes, start, end, forNumbers)
  }

  /// Whether a trimmed cell of a column of texts says that it is empty.
  ///
  /// "NA" is left out because it is the code of Namibia, "inf" because it may be a name.
  @inline(__always)
  static func isTextMissing(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    matches(bytes, start, end, forTexts)
  }

  @inline(__always)
  private static func matches(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ words: Set<String>,
  ) -> Bool {
    guard start < end else { return true }
    guard end &- start <= 9 else { return false }
    switch bytes[start] | 0x20 {
    case UInt8(ascii: "n"), UInt8(ascii: "i"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "#"), UInt8(ascii: "\\") | 0x20:
      return isAmong(words, bytes, start, end)
    default:
      return false
    }
  }

  private static func isAmong(
    _ words: Set<String>,
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
  ) -> Bool {
    var word = ""
    for position in start..<end {
      let byte = bytes[position]
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      word.unicodeScalars.append(Unicode.Scalar(isUpper ? byte | 0x20 : byte))
    }
    return words.contains(word)
  }
}
