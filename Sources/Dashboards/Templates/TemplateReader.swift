import Yams

/// Reads a template strictly: every fault is noted with its place, none is passed over.
struct TemplateReader {
  /// Finds a template whose pages are included in this one.
  typealias Included = (String) throws(DashboardError) -> Template

  let file: String
  let included: Included
  private(set) var faults: [TemplateFault] = []

  init(
    file: String,
    included: @escaping Included = { name throws(DashboardError) in
      throw .noTemplate(name, known: [])
    }
  ) {
    (self.file, self.included) = (file, included)
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
