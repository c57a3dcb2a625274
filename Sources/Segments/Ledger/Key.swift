/// A customer's or an order's key as the shop wrote it, compared byte by byte.
///
/// Swift compares strings by canonical equivalence; two keys that only look alike are two customers here,
/// and the order of keys is the order of their UTF-8 bytes on every machine.
package struct Key: Hashable, Sendable, Comparable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (left: Key, right: Key) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package static func < (left: Key, right: Key) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }

  /// A number spread evenly over all keys, the same on every machine: samples are drawn by it.
  package var sampleHash: UInt64 { Fingerprint.of(text.utf8) }

  /// The key of a cell: trimmed by the reader, without a leading apostrophe, e-mails in lower case.
  package static func normalized(_ cell: String) -> Key {
    var text = cell.first == "'" ? String(cell.dropFirst()) : cell
    if text.utf8.contains(UInt8(ascii: "@")) { text = text.lowercased() }
    return Key(text)
  }

  /// Whether this is a whole number written with a useless `.0`, as data frames write them.
  var hasUselessDecimal: Bool {
    let bytes = text.utf8
    return bytes.count > 2 && text.hasSuffix(".0")
      && bytes.dropLast(2).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  var withoutUselessDecimal: Key {
    Key(String(text.dropLast(2)))
  }
}
