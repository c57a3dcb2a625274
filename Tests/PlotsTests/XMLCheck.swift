/// A small reader of XML that knows just enough to find what is not well-formed.
enum XMLCheck {
  /// What is wrong first, or nil.
  static func problem(in text: String) -> String? {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      let words = rest[..<start]
      if words.contains(">") { return "a bare > in “\(words.prefix(40))”" }
      if let problem = entityProblem(words) { return problem }
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without end" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if let problem = entityProblem(tag) { return problem }
      if tag.split(separator: "\"", omittingEmptySubsequences: false).count.isMultiple(of: 2) {
        return "unbalanced quotes in <\(tag.prefix(60))>"
      }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else {
          return "</\(tag.dropFirst())> does not match"
        }
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty ? nil : "<\(open.joined(separator: ", "))> is never closed"
  }

  private static func entityProblem(_ text: Substring) -> String? {
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let name = piece.prefix { $0 != ";" }
      guard ["amp", "lt", "gt", "quot", "#39"].contains(name) else {
        return "a bare & before \(name)"
      }
    }
    return nil
  }
}
