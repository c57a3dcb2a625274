import Segments

extension ReadingChoice {
  /// Reads `platform`, `dates`, `amounts`, `currency` and `dialect` of a dataset.
  ///
  /// `auto` leaves a thing to the file.
  init(_ section: SettingsSection) {
    self.init()
    let platforms = Self.platformNames
    platform = Self.word(section, "platform", among: platforms)
    dates = Self.word(section, "dates", among: DateOrderChoice.allCases.map(\.rawValue))
      .flatMap(DateOrderChoice.init)
    amounts = Self.word(section, "amounts", among: AmountMeaning.allCases.map(\.rawValue))
      .flatMap(AmountMeaning.init)
    currency = Self.currency(section)
    dialect = Self.dialect(section.section("dialect"))
  }

  private static func dialect(_ section: SettingsSection) -> DialectChoice? {
    func value(_ key: String, _ expected: String, _ read: (String) -> String?) -> String? {
      let text = section.value(key, default: "auto", expected: expected) {
        $0 == "auto" ? $0 : read($0)
      }
      return text == "auto" ? nil : text
    }
    func mark(_ key: String, like example: String) -> String? {
      value(key, "Write one sign like `\(example)`, or `auto`.") {
        DialectChoice.isMark($0) ? $0 : ["tab": "\t"][$0]
      }
    }
    defer { section.finish() }
    var dialect = DialectChoice()
    dialect.encoding = value("encoding", "Write a name like `UTF-8` or `windows-1252`.") {
      DialectChoice.isEncoding($0) ? $0 : nil
    }
    dialect.delimiter = mark("delimiter", like: "\";\"` or `tab")
    dialect.quote = mark("quote", like: "'\"'")
    dialect.decimalMark = word(section, "decimal-mark", among: [".", ","])
    dialect.headerLine = value("header-line", "Write a number from 1, `none` or `auto`.") {
      $0 == "none" ? "0" : Int($0).flatMap { (1...10_000).contains($0) ? "\($0)" : nil }
    }.flatMap { Int($0) }
    return dialect == DialectChoice() ? nil : dialect
  }

  private static func word(
    _ section: SettingsSection,
    _ key: String,
    among words: [String],
  ) -> String? {
    let word = section.choice(key, among: ["auto"] + words, default: "auto")
    return word == "auto" ? nil : word
  }

  private static func currency(_ section: SettingsSection) -> CurrencyChoice? {
    guard let node = section.node("currency"), node.value != .null else { return nil }
    let inner = section.section("currency")
    defer { inner.finish() }
    let base = inner.value("base", default: "", expected: "Write a code like `EUR`.") {
      isCode($0) ? $0 : nil
    }
    let rates = rates(inner)
    guard base.isEmpty else { return CurrencyChoice(base: base, rates: rates) }
    if case .map = node.value {
      section.note(
        node,
        "currency",
        "The currency that the others are converted to is missing.",
        "Write `currency: {base: EUR, rates: {USD: 0.92}}`."
      )
    }
    return nil
  }

  /// Code to the worth of one unit in the base currency.
  private static func rates(_ section: SettingsSection) -> [String: Double] {
    guard let node = section.node("rates"), node.value != .null else { return [:] }
    guard case .map(let entries) = node.value else {
      section.note(node, "rates", "A table is expected, not \(node.kind).", example)
      return [:]
    }
    var rates: [String: Double] = [:]
    for entry in entries {
      guard isCode(entry.key), case .text(let text) = entry.node.value, let rate = Double(text),
        rate > 0, rate.isFinite
      else {
        section.note(
          entry.node,
          "rates.\(EscapedText.escape(entry.key))",
          "\(entry.node.kind) does not fit here.",
          example
        )
        continue
      }
      rates[entry.key] = rate
    }
    return rates
  }

  private static let example = "Write a code and what one unit is worth, like `{USD: 0.92}`."

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
