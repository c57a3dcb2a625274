extension SettingsSection {
  /// A value in words of its own; `null` and absence give nothing.
  func optionalText(_ key: String) -> String? {
    guard let node = node(key), node.value != .null else { return nil }
    guard case .text(let text) = node.value, !text.isEmpty else {
      note(node, key, "A text is expected, not \(node.kind).", "Write `\(key): text`.")
      return nil
    }
    return text
  }

  /// A text that has a default.
  func text(_ key: String, default standard: String) -> String {
    optionalText(key) ?? standard
  }

  /// One word out of a list of words.
  func choice(_ key: String, among words: [String], default standard: String) -> String {
    guard let node = node(key), node.value != .null else { return standard }
    return word(node, key, among: words) ?? standard
  }

  /// One case of an enum whose raw values are the words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    default standard: Choice,
  ) -> Choice where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    return Choice(rawValue: choice(key, among: words, default: standard.rawValue)) ?? standard
  }

  /// Something that is read from a text, with a sentence of what it should look like.
  func value<Value>(
    _ key: String,
    default standard: Value,
    expected: String,
    read: (String) -> Value?,
  ) -> Value {
    guard let node = node(key), node.value != .null else { return standard }
    guard case .text(let text) = node.value, let value = read(text) else {
      note(node, key, "\(node.kind) does not fit here.", expected)
      return standard
    }
    return value
  }

  func duration(_ key: String, default standard: Duration, atLeast least: Duration) -> Duration {
    value(
      key,
      default: standard,
      expected: "Write a time with its unit, like `200ms`, `2s` or `10m`."
    ) {
      Quantity.duration($0).flatMap { $0 >= least ? $0 : nil }
    }
  }

  func bytes(_ key: String, default standard: Int, atMost most: Int = .max) -> Int {
    let bound = most == .max ? "" : " of at most \(Quantity.text(ofBytes: most))"
    let expected = "Write a size with its unit\(bound), like `512KiB` or `20GiB`."
    return value(key, default: standard, expected: expected) {
      Quantity.bytes($0).flatMap { $0 > 0 && $0 <= most ? $0 : nil }
    }
  }

  func integer(_ key: String, default standard: Int, in range: ClosedRange<Int>) -> Int {
    let expected = "Write a whole number from \(range.lowerBound) to \(range.upperBound)."
    return value(key, default: standard, expected: expected) {
      Int($0).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func share(_ key: String, default standard: Double) -> Double {
    value(key, default: standard, expected: "Write a number from 0 to 1, like `0.5`.") {
      Double($0).flatMap { (0...1).contains($0) ? $0 : nil }
    }
  }

  /// A list of texts; from a flag or the environment, texts with commas between them.
  func optionalList(_ key: String) -> [TypedNode]? {
    guard let node = node(key), node.value != .null else { return nil }
    switch node.value {
    case .list(let items):
      return items
    case .text(let text):
      if case .file = node.origin { return [node] }
      return text.split(separator: ",").map { part in
        TypedNode(value: .text(String(part.drop { $0 == " " })), origin: node.origin)
      }
    case .map, .null:
      note(node, key, "A list is expected, not \(node.kind).", "Write `\(key): [one, two]`.")
      return nil
    }
  }

  /// A list of plain texts, none of them empty.
  func optionalTexts(_ key: String) -> [String]? {
    optionalList(key)?.compactMap { item in
      if case .text(let text) = item.value, !text.isEmpty { return text }
      note(item, key, "A text is expected, not \(item.kind).", "Write `\(key): [one, two]`.")
      return nil
    }
  }

  /// A list of words out of a list of words.
  func words(_ key: String, among words: [String], default standard: [String]) -> [String] {
    guard let items = optionalList(key) else { return standard }
    return items.compactMap { word($0, key, among: words) }
  }

  /// The word of a node if it is one of these.
  func word(_ node: TypedNode, _ key: String, among words: [String]) -> String? {
    guard case .text(let text) = node.value, words.contains(text) else {
      var typed = ""
      if case .text(let text) = node.value { typed = text }
      note(node, key, "\(node.kind) does not fit here.", NearestKey.advice(typed, among: words))
      return nil
    }
    return text
  }
}
