/// The Western European encoding of Windows, in which many spreadsheets still save CSV.
enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9f; the five that have none keep their number.
  private static let specials: [UInt32] = [
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
    0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
  ]

  /// The character of a byte.
  static func scalar(of byte: UInt8) -> UInt32 {
    (0x80...0x9f).contains(byte) ? specials[Int(byte) - 0x80] : UInt32(byte)
  }

  /// Whether a byte stands for no character.
  static func isUnknown(_ byte: UInt8) -> Bool {
    (0x80...0x9f).contains(byte) && scalar(of: byte) == UInt32(byte)
  }

  /// The text as UTF-8.
  static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes {
      text.appendUTF8(scalar(of: byte))
    }
    return text
  }
}
