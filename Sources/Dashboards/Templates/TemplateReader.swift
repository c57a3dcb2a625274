import Yams

/// Reads a template strictly: every fault is noted with its place, none is passed over.
struct TemplateReader {
  let file: String
  let sources: TemplateSources
  private(set) var faults: [TemplateFault] = []

  init(file: String, sources: TemplateSources = .house) {
    (self.file, self.sources) = (file, sources)
  }

  /// The mapping at a place as its members; a fault for unknown and repeated keys.
  mutating func members(
    _ place: YAMLPlace,
    known: [String],
    extra: [String] = []
  )
    -> [(key: String, place: YAMLPlace)]
  {
    guard let mapping = place.node.mapping else {
      note(place, "a mapping of keys to values is needed")
      return []
    }
    var members: [(key: String, place: YAMLPlace)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        note(YAMLPlace(node: key, path: place.path), "a key must be a word")
        continue
      }
      let member = place.member(name, value)
      if known.contains(name) || extra.contains(name) {
        members.append((name, member))
      } else {
        note(
          YAMLPlace(node: key, path: member.path),
          extra.isEmpty ? "unknown key \"\(name)\"" : "unknown panel or key \"\(name)\"",
          NearestWord.of(name, among: known + extra)
        )
      }
    }
    return members
  }

  /// The elements of a list.
  mutating func elements(_ place: YAMLPlace) -> [YAMLPlace] {
    guard let sequence = place.node.sequence else {
      note(place, "a list is needed")
      return []
    }
    return sequence.enumerated().map { place.element($0, $1) }
  }

  /// A text.
  mutating func text(_ place: YAMLPlace) -> String? {
    guard let text = place.node.scalar?.string, !text.isEmpty else {
      note(place, "a text is needed")
      return nil
    }
    return text
  }

  /// A text that may have values of the report in it.
  mutating func authored(_ place: YAMLPlace) -> AuthoredText? {
    guard let text = text(place) else { return nil }
    var parser = AuthoredTextParser()
    let authored = parser.parse(text)
    for problem in parser.problems { note(place, problem.words, problem.suggestion) }
    return authored
  }

  /// A whole number within bounds.
  mutating func number(_ place: YAMLPlace, _ bounds: ClosedRange<Int>) -> Int? {
    guard let text = place.node.scalar?.string, let number = Int(text), bounds.contains(number)
    else {
      note(place, "a whole number from \(bounds.lowerBound) to \(bounds.upperBound) is needed")
      return nil
    }
    return number
  }

  /// One of some words.
  mutating func word(_ place: YAMLPlace, among known: [String]) -> String? {
    guard let word = text(place) else { return nil }
    guard known.contains(word) else {
      note(
        place,
        "\"\(word)\" is not one of \(known.joined(separator: ", "))",
        NearestWord.of(word, among: known)
      )
      return nil
    }
    return word
  }

  /// The version that every file of ours names, so that an older program can say why it cannot read it.
  mutating func version(_ place: YAMLPlace?, of whole: YAMLPlace) {
    guard let place else {
      note(whole, "\"version: 1\" is missing")
      return
    }
    guard let version = text(place).flatMap({ Int($0) }) else {
      note(place, "the version must be 1")
      return
    }
    guard version != 1 else { return }
    let age = version > 1 ? "newer than this segmentd, which reads version 1; update it" : "unknown"
    note(place, "version \(version) is \(age)")
  }

  /// Remembers faults of another file that this one names.
  mutating func note(_ others: [TemplateFault]) { faults += others }

  /// Remembers a fault.
  mutating func note(_ place: YAMLPlace, _ problem: String, _ suggestion: String? = nil) {
    let mark = place.node.mark
    faults.append(
      TemplateFault(
        file: file,
        line: mark?.line ?? 1,
        column: mark?.column ?? 1,
        path: place.path,
        problem: problem,
        suggestion: suggestion
      )
    )
  }
}
