/// Single characters of a cell, read from bytes.
///
/// UTF-8; a byte that is no part of a character is taken as Windows-1252, so that a euro sign is found
/// before anybody has decoded the text.
enum CellScalar {
  /// The character that begins at a place before `end`, and how many bytes it has.
  static func first(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (UInt32, length: Int) {
    let lead = bytes[start]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = UTF8Check.sequenceLength(bytes, at: start, to: end)
    guard length > 0 else { return (Windows1252.scalar(of: lead), 1) }
    var scalar = UInt32(lead) & (0xff >> UInt32(length + 1))
    for position in start + 1..<start + length {
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3f)
    }
    return (scalar, length)
  }

  /// The character that ends before `end`, which must lie after `start`.
  static func last(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (UInt32, length: Int) {
    var place = end - 1
    while place > start, end - place < 4, bytes[place] & 0xc0 == 0x80 { place -= 1 }
    let found = first(bytes, place, end)
    if place + found.length == end { return found }
    return (Windows1252.scalar(of: bytes[end - 1]), 1)
  }

  /// Whether a character is a blank of any width.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xa0, 0x2000...0x200a, 0x202f, 0x205f, 0x3000: true
    default: false
    }
  }

  /// Whether a character is a minus sign, or a dash that people take for one.
  static func isMinus(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2d, 0x2010...0x2013, 0x2212, 0xfe63, 0xff0d: true
    default: false
    }
  }

  /// Whether a character is an apostrophe.
  static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x02bc
  }

  /// Whether a character is the sign of a currency.
  static func isCurrencySign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x24, 0xa2...0xa5, 0x0e3f, 0x20a0...0x20cf, 0xff04, 0xffe1, 0xffe5: true
    default: false
    }
  }

  /// Whether a character can be part of the name of a currency.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5a, 0x61...0x7a, 0xc0...0x24f, 0x400...0x4ff: scalar != 0xd7 && scalar != 0xf7
    default: false
    }
  }
}
