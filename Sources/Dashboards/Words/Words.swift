import Plots

/// The words of the pages in one language, found by id.
package struct Words: Sendable {
  /// The name of the language, such as `en`.
  let language: String
  private let texts: [String: String]

  /// The words of a language; nil when nobody has written them.
  package init?(language: String) {
    guard let texts = Self.languages[language] else { return nil }
    self.language = language
    self.texts = texts
  }

  /// All languages that have words, with their catalogues.
  static let languages: [String: [String: String]] = ["en": English.texts]

  /// A text with its gaps filled: `{n}` becomes the value of `n`.
  ///
  /// An id nobody wrote words for shows as itself; a test keeps that from happening.
  func callAsFunction(_ id: String, _ values: [String: String] = [:]) -> String {
    Self.filled(texts[id] ?? id, values)
  }

  /// A text that may be missing.
  func find(_ id: String) -> String? { texts[id] }

  /// All texts whose ids begin so, by what follows.
  func all(below prefix: String) -> [String: String] {
    var found: [String: String] = [:]
    for (id, text) in texts where id.hasPrefix(prefix) {
      found[String(id.dropFirst(prefix.count))] = text
    }
    return found
  }

  /// A count with its noun in the right number: "1 customer", "12 customers".
  func counted(_ count: Int, _ noun: String, _ format: NumberFormat) -> String {
    self(noun + (count == 1 ? ".one" : ".other"), ["n": format.integer(count)])
  }

  /// A small number as a word ("three"), a larger one in digits.
  func small(_ number: Int, _ format: NumberFormat) -> String {
    find("number.\(number)") ?? format.integer(number)
  }

  /// "a, b and c".
  func list(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return self("list", ["first": parts.dropLast().joined(separator: ", "), "last": last])
  }

  private static func filled(_ pattern: String, _ values: [String: String]) -> String {
    guard !values.isEmpty else { return pattern }
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      // Values come from data: what looks like a gap in them stays as it is.
      text += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
