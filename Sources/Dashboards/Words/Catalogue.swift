/// All texts of one language, read from a file with one `key = text` a line.
///
/// The file is written for translators: what a page says stands there and nowhere else. Gaps in braces are
/// filled with values that are already written for the reader.
struct Catalogue: Sendable, Equatable {
  /// The texts by key.
  let texts: [String: String]
  /// Lines that are neither a text nor a remark, and keys that stand twice; a test keeps this empty.
  let faults: [String]

  /// Reads the lines of a file.
  init(_ bytes: [UInt8]) {
    var texts: [String: String] = [:]
    var faults: [String] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let text = String(decoding: line, as: UTF8.self)
      guard let gap = text.firstRange(of: " = "), !text[gap.upperBound...].isEmpty else {
        faults.append(text)
        continue
      }
      let key = String(text[..<gap.lowerBound])
      if texts.updateValue(String(text[gap.upperBound...]), forKey: key) != nil {
        faults.append(key)
      }
    }
    (self.texts, self.faults) = (texts, faults)
  }

  /// A catalogue of given texts.
  init(texts: [String: String]) {
    (self.texts, faults) = (texts, [])
  }

  /// The names of the gaps of a text, in its order.
  static func gaps(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      piece.split(separator: "}", omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}
