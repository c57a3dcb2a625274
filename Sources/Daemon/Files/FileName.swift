/// A file's name as the disk has it: bytes, not text.
///
/// Two names that look alike may be two files, and a name need not be UTF-8; so names are compared,
/// kept and opened as bytes and turned into text only to be shown.
package struct FileName: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The name made safe for a line of a log or a terminal.
  package var shown: String {
    EscapedText.escape(bytes)
  }

  /// Says whether the name ends with these bytes.
  func hasSuffix(_ suffix: String) -> Bool {
    bytes.count >= suffix.utf8.count && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Says whether the name begins with these bytes.
  func hasPrefix(_ prefix: String) -> Bool {
    bytes.starts(with: prefix.utf8)
  }
}

extension FileName: Comparable {
  package static func < (left: FileName, right: FileName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
