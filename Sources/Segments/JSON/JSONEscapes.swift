/// Reads texts of JSON in which signs are written with a backslash.
enum JSONEscapes {
  /// The text that is meant; nil where an escape means nothing.
  static func text(of letters: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    var rest = letters
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(&rest) else { return nil }
        result += Array(String(scalar).utf8)
      case .some(let sign) where [0x22, 0x2F, 0x5C].contains(sign): result.append(sign)
      default: return nil
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  /// What four digits mean, or four and, after another `\u`, four more.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = unit(&rest) else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(UInt32(first)) }
    guard rest.starts(with: Array("\\u".utf8)) else { return nil }
    rest = rest.dropFirst(2)
    guard let second = unit(&rest), UTF16.isTrailSurrogate(second) else { return nil }
    return Unicode.Scalar(0x1_0000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    // A sign before digits would be read too.
    guard digits.count == 4, let first = digits.first, first != UInt8(ascii: "+"),
      first != UInt8(ascii: "-")
    else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
