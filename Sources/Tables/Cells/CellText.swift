/// The text of a cell: without the quotes around it, decoded, trimmed.
struct CellText {
  let quote: UInt8
  let hasBackslashEscapes: Bool
  let encoding: TextEncoding

  /// Makes what reads texts of this dialect.
  init(_ dialect: CSVDialect) {
    quote = dialect.quote
    hasBackslashEscapes = dialect.hasBackslashEscapes
    encoding = dialect.encoding
  }

  private static let backslash = UInt8(ascii: "\\")

  /// The cell without quotes around it and blanks at its borders, if it can be used in place.
  ///
  /// Nil if quotes stand in a quoted cell: then only `written` gives its text.
  @inline(__always)
  func inPlace(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Range<Int>? {
    var start = cell.lowerBound
    var end = cell.upperBound
    if start < end, bytes[start] == quote {
      guard end &- start >= 2, bytes[end &- 1] == quote else { return nil }
      start &+= 1
      end &-= 1
      for position in start..<end where bytes[position] == quote { return nil }
      if hasBackslashEscapes {
        for position in start..<end where bytes[position] == Self.backslash { return nil }
      }
    }
    while start < end, bytes[start] <= 0x20 { start &+= 1 }
    while end > start, bytes[end &- 1] <= 0x20 { end &-= 1 }
    return start..<end
  }

  /// The bytes that a cell stands for: quotes around it removed, doubled ones halved, and backslashes
  /// before quotes and backslashes removed where the file has them.
  func written(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var position = cell.lowerBound
    guard position < cell.upperBound, bytes[position] == quote else {
      for position in cell { text.append(bytes[position]) }
      return text
    }
    position += 1
    var isInside = true
    while position < cell.upperBound {
      let byte = bytes[position]
      position += 1
      let next = position < cell.upperBound ? bytes[position] : 0
      if isInside, hasBackslashEscapes, byte == Self.backslash,
        next == quote || next == Self.backslash
      {
        text.append(next)
        position += 1
      } else if isInside, byte == quote {
        if position < cell.upperBound, bytes[position] == quote {
          text.append(quote)
          position += 1
        } else {
          isInside = false
        }
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// Bytes of the file as UTF-8, and whether they were not what the encoding says.
  func decoded(_ text: [UInt8]) -> (text: [UInt8], isUndecodable: Bool) {
    switch encoding {
    case .windows1252:
      return (Windows1252.decoded(text), text.contains(where: Windows1252.isUnknown))
    case .latin9:
      return (Latin9.decoded(text), text.contains(where: Latin9.isUnknown))
    case .utf8, .utf16le, .utf16be, .named:
      if UTF8Check.isValid(text.span, from: 0, to: text.count) { return (text, false) }
      return (Windows1252.decoded(text), true)
    }
  }

  /// The text of a cell as UTF-8, trimmed, and whether it could not be decoded as the encoding says.
  func full(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> (text: [UInt8], isUndecodable: Bool) {
    let (text, isUndecodable) = decoded(written(bytes, cell))
    let range = Self.trimmed(text.span, 0..<text.count)
    return (range.count == text.count ? text : Array(text[range]), isUndecodable)
  }

  /// The range of UTF-8 without control characters, blanks and no-break spaces at its borders.
  static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if text[start] <= 0x20 {
        start += 1
      } else if start + 1 < end, text[start] == 0xc2, text[start + 1] == 0xa0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if text[end - 1] <= 0x20 {
        end -= 1
      } else if end - 1 > start, text[end - 2] == 0xc2, text[end - 1] == 0xa0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }
}
