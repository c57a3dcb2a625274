/// ISO-8859-15: Latin-1 with the euro sign and the letters that French and Finnish missed in it.
enum Latin9 {
  /// The character of a byte.
  static func scalar(of byte: UInt8) -> UInt32 {
    switch byte {
    case 0xa4: 0x20ac
    case 0xa6: 0x0160
    case 0xa8: 0x0161
    case 0xb4: 0x017d
    case 0xb8: 0x017e
    case 0xbc: 0x0152
    case 0xbd: 0x0153
    case 0xbe: 0x0178
    default: UInt32(byte)
    }
  }

  /// Whether a byte stands for no character that people write.
  static func isUnknown(_ byte: UInt8) -> Bool { (0x80...0x9f).contains(byte) }

  /// The text as UTF-8.
  static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes {
      text.appendUTF8(scalar(of: byte))
    }
    return text
  }

  /// Whether a text that is not UTF-8 is rather this than Windows-1252.
  ///
  /// Windows writes its euro sign and its quotation marks where this has nothing, and has a general
  /// currency sign, which nobody uses, where this has the euro; a fraction between two letters is an œ.
  static func isLikely(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var isLikely = false
    for position in start..<end {
      switch bytes[position] {
      case 0x80...0x9f:
        return false
      case 0xa4:
        isLikely = true
      case 0xbd where position > start && position + 1 < end:
        if isLetter(bytes[position - 1]), isLetter(bytes[position + 1]) { isLikely = true }
      default:
        continue
      }
    }
    return isLikely
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte | 0x20) || byte >= 0xc0
  }
}
