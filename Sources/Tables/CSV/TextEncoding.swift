/// How the characters of a file are written as bytes; the raw value is the IANA name.
package enum TextEncoding: Sendable, Equatable {
  case utf8
  case windows1252
  case latin9
  case utf16le
  case utf16be
  /// Any other encoding that the system's `iconv` knows, in capital letters.
  case named(String)
}

extension TextEncoding: RawRepresentable {
  private static let own: [TextEncoding] = [.utf8, .windows1252, .latin9, .utf16le, .utf16be]
  private static let aliases: [String: TextEncoding] = [
    "UTF8": .utf8, "US-ASCII": .utf8, "ASCII": .utf8, "CP1252": .windows1252,
    // Browsers and spreadsheets mean Windows-1252 when they say Latin-1, and so does this.
    "ISO-8859-1": .windows1252, "LATIN1": .windows1252, "LATIN-1": .windows1252,
    "LATIN9": .latin9, "LATIN-9": .latin9, "UTF-16": .utf16le,
  ]

  /// The encoding of a name, in small or capital letters; nil if it cannot be a name.
  ///
  /// Whether the system knows it is seen when a file is read.
  package init?(rawValue: String) {
    let name = rawValue.uppercased()
    if let encoding = Self.own.first(where: { $0.rawValue.uppercased() == name }) {
      self = encoding
    } else if let encoding = Self.aliases[name] {
      self = encoding
    } else {
      let isName = name.utf8.allSatisfy { byte in
        (0x41...0x5a).contains(byte) || (0x30...0x3a).contains(byte)
          || [0x2d, 0x5f, 0x2e].contains(byte)
      }
      guard isName, (2...40).contains(name.utf8.count) else { return nil }
      self = .named(name)
    }
  }

  /// The IANA name.
  package var rawValue: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "windows-1252"
    case .latin9: "ISO-8859-15"
    case .utf16le: "UTF-16LE"
    case .utf16be: "UTF-16BE"
    case .named(let name): name
    }
  }

  /// The length of its byte order mark.
  var markBytes: Int {
    switch self {
    case .utf8: 3
    case .utf16le, .utf16be: 2
    case .named(let name): name.hasPrefix("UTF-32") ? 4 : 0
    case .windows1252, .latin9: 0
    }
  }
}
