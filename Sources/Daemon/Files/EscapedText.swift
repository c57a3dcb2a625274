/// Text from outside, made harmless for logs and terminals.
package enum EscapedText {
  /// So many bytes of a name are shown at most.
  static let longest = 128

  /// Printable ASCII stays, everything else is written as `\u{…}` or, where it is not UTF-8, `\x…`.
  ///
  /// The backslash is escaped too, so that the result has one meaning only.
  package static func escape(_ bytes: [UInt8]) -> String {
    var shown = ""
    var iterator = bytes.prefix(longest).makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): shown += escape(scalar)
      case .error: shown += "\\x??"
      case .emptyInput: return bytes.count > longest ? shown + "…(\(bytes.count) bytes)" : shown
      }
    }
  }

  /// The same for text that is already text.
  package static func escape(_ text: String) -> String {
    escape(Array(text.utf8))
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x5C: "\\\\"
    case 0x20...0x7E: String(Character(scalar))
    default: "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
}
