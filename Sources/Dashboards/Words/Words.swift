import Plots

/// The words of the pages in one language, found by key.
package struct Words: Sendable {
  /// The code of the language, such as `en`.
  package let language: String
  /// The locale whose numbers go with the language where none is configured, such as `de_DE`.
  package let locale: String
  private let catalogue: Catalogue
  private let plural: PluralRule
  private let keepsCapitals: Bool

  /// The words of a language; nil when nobody has written them.
  package init?(language: String) {
    guard let catalogue = Self.catalogue(of: language) else { return nil }
    self.init(language: language, catalogue)
  }

  /// The words of a catalogue.
  init(language: String, _ catalogue: Catalogue) {
    self.language = language
    self.catalogue = catalogue
    locale = catalogue.texts["language.locale"] ?? "en_US"
    plural = catalogue.texts["language.plural"].flatMap(PluralRule.init(rawValue:)) ?? .oneOther
    keepsCapitals = catalogue.texts["language.capitals"] == "keep"
  }

  /// The codes of all languages that have words, the first the default.
  package static let languages = ["en", "de", "es"]

  /// The catalogue of a language, read once.
  static func catalogue(of language: String) -> Catalogue? {
    switch language {
    case "en": english
    case "de": german
    case "es": spanish
    default: nil
    }
  }

  /// The catalogue that all others are held against.
  static let english = Catalogue(PackageResources.en_words)
  private static let german = Catalogue(PackageResources.de_words)
  private static let spanish = Catalogue(PackageResources.es_words)

  /// Whether names and reasons of the report, which are English, can be shown as they are.
  var isOfReports: Bool { language == "en" }

  /// A text with its gaps filled: `{n}` becomes the value of `n`.
  ///
  /// A key nobody wrote words for shows as itself; a test keeps that from happening.
  func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    Self.filled(catalogue.texts[key] ?? key, values)
  }

  /// A text that may be missing.
  func find(_ key: String) -> String? { catalogue.texts[key] }

  /// All texts whose keys begin so, by what follows.
  func all(below prefix: String) -> [String: String] {
    var found: [String: String] = [:]
    for (key, text) in catalogue.texts where key.hasPrefix(prefix) {
      found[String(key.dropFirst(prefix.count))] = text
    }
    return found
  }

  /// A count with its noun in the right number: "1 customer", "12 customers".
  func counted(_ count: Int, _ noun: String, _ format: NumberFormat) -> String {
    counted(count, noun, ["n": format.integer(count)])
  }

  /// A text that has a form for each number, chosen by a count.
  func counted(_ count: Int, _ key: String, _ values: [String: String]) -> String {
    let own = key + "." + plural.form(of: count)
    return self(catalogue.texts[own] == nil ? key + ".other" : own, values)
  }

  /// A small number as a word ("three"), a larger one in digits.
  func small(_ number: Int, _ format: NumberFormat) -> String {
    find("number.\(number)") ?? format.integer(number)
  }

  /// "a, b and c".
  func list(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    // In Spanish "y" becomes "e" before the sound of an i.
    let start = last.lowercased().drop { $0 == "h" }
    let hasSound = start.hasPrefix("i") && !start.hasPrefix("ie")
    return self(
      hasSound ? "list.before-i" : "list",
      ["first": parts.dropLast().joined(separator: ", "), "last": last]
    )
  }

  /// A label as it stands inside a sentence: with a small letter where the language has it so.
  func inner(_ label: String) -> String { keepsCapitals ? label : label.lowercasedFirst }

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
