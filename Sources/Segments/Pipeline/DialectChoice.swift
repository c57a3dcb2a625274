import Tables

/// What the owner said about how files are written; what is `nil` is found out.
package struct DialectChoice: Codable, Sendable, Equatable {
  /// The IANA name, such as `windows-1252`.
  package var encoding: String?
  /// One character of ASCII.
  package var delimiter: String?
  /// One character of ASCII.
  package var quote: String?
  /// A point or a comma.
  package var decimalMark: String?
  /// The line of the header, counted from 1; 0 for files that have none.
  package var headerLine: Int?

  /// Nothing is known.
  package init() {}

  /// Whether this can be the name of an encoding; whether the system has it is seen with the first file.
  package static func isEncoding(_ name: String) -> Bool { TextEncoding(rawValue: name) != nil }

  /// Whether a character can stand between fields or around them.
  package static func isMark(_ text: String) -> Bool { byte(text) != nil }

  /// A mark that no letter, digit, line break or sign of a number could be taken for.
  private static func byte(_ text: String) -> UInt8? {
    guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x7f else { return nil }
    if byte == UInt8(ascii: "\t") { return byte }
    let letters = UnicodeScalar(byte).properties.isAlphabetic
    let others = "0123456789.+-_".utf8
    return byte < 0x21 || letters || others.contains(byte) ? nil : byte
  }

  /// The same for the reader of tables.
  var pins: DialectPins {
    var pins = DialectPins()
    pins.encoding = encoding.flatMap(TextEncoding.init(rawValue:))
    pins.delimiter = delimiter.flatMap(Self.byte)
    pins.quote = quote.flatMap(Self.byte)
    pins.decimalMark = decimalMark.flatMap(DecimalMark.init)
    pins.header = headerLine.map { $0 == 0 ? .none : .line($0) }
    return pins
  }
}
