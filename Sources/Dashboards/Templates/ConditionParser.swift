/// Reads a condition such as `segments > 1 and not customers < 30`.
struct ConditionParser {
  /// What is wrong with a condition.
  struct Problem: Error, Equatable {
    let words: String
    let suggestion: String?
  }

  private var tokens: [String]

  /// The condition, or what is wrong with it.
  static func parse(_ text: String) throws(Problem) -> Condition {
    var parser = ConditionParser(tokens: tokens(of: text))
    let condition = try parser.either(depth: 0)
    if let rest = parser.tokens.first { throw problem("unexpected \"\(rest)\"") }
    return condition
  }

  private static func problem(_ words: String, _ suggestion: String? = nil) -> Problem {
    Problem(words: words, suggestion: suggestion)
  }

  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    var kind = 0
    for character in text.prefix(400) {
      let next = character.isLetter || character.isNumber ? 1 : "<>=!".contains(character) ? 2 : 0
      if next != kind || next == 0, !word.isEmpty {
        tokens.append(word)
        word = ""
      }
      kind = next
      if next > 0 {
        word.append(character)
      } else if !character.isWhitespace {
        tokens.append(String(character))
      }
    }
    return word.isEmpty ? tokens : tokens + [word]
  }

  private mutating func either(depth: Int) throws(Problem) -> Condition {
    var condition = try both(depth: depth)
    while take("or") { condition = .or(condition, try both(depth: depth)) }
    return condition
  }

  private mutating func both(depth: Int) throws(Problem) -> Condition {
    var condition = try single(depth: depth)
    while take("and") { condition = .and(condition, try single(depth: depth)) }
    return condition
  }

  private mutating func single(depth: Int) throws(Problem) -> Condition {
    guard depth < 20 else { throw Self.problem("too many brackets") }
    if take("not") { return .not(try single(depth: depth + 1)) }
    if take("(") {
      let condition = try either(depth: depth + 1)
      guard take(")") else { throw Self.problem("a bracket is not closed") }
      return condition
    }
    return try comparison()
  }

  private mutating func comparison() throws(Problem) -> Condition {
    guard let name = tokens.first else { throw Self.problem("the condition is incomplete") }
    let known = Condition.Quantity.allCases.map(\.rawValue)
    guard let quantity = Condition.Quantity(rawValue: name) else {
      throw Self.problem(
        "\"\(name)\" is nothing that can be compared",
        NearestWord.of(name, among: known)
      )
    }
    tokens.removeFirst()
    guard let sign = tokens.first, let comparison = Condition.Comparison(rawValue: sign) else {
      throw Self.problem("after \"\(name)\" one of > >= < <= == != is needed")
    }
    tokens.removeFirst()
    guard let text = tokens.first, let limit = Int(text) else {
      throw Self.problem("after \"\(sign)\" a whole number is needed")
    }
    tokens.removeFirst()
    return .compare(quantity, comparison, limit)
  }

  private mutating func take(_ token: String) -> Bool {
    guard tokens.first == token else { return false }
    tokens.removeFirst()
    return true
  }
}
