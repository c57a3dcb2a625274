/// The words, texts and signs between two braces of a text.
struct VariableTokens {
  private enum Token: Equatable {
    case word(String)
    case quoted(String)
    case sign(Character)

    var text: String {
      switch self {
      case .word(let text), .quoted(let text): text
      case .sign(let sign): String(sign)
      }
    }
  }

  typealias Problem = AuthoredTextParser.Problem

  private var tokens: [Token]
  /// The variable as it was written.
  private(set) var path = ""

  init(_ source: String) throws(Problem) {
    tokens = []
    var rest = source[...]
    while let first = rest.first {
      if first == "\"" || first == "'" {
        let body = rest.dropFirst()
        guard let end = body.firstIndex(of: first) else {
          throw Problem(words: "the quote \(first) is not closed")
        }
        tokens.append(.quoted(String(body[..<end])))
        rest = body[body.index(after: end)...]
      } else if first.isWordy {
        let word = rest.prefix { $0.isWordy }
        tokens.append(.word(String(word)))
        rest = rest[word.endIndex...]
      } else {
        if !first.isWhitespace { tokens.append(.sign(first)) }
        rest = rest.dropFirst()
      }
    }
  }

  var isAtEnd: Bool { tokens.isEmpty }
  var next: String { tokens.first?.text ?? "" }

  mutating func take(_ sign: Character) -> Bool {
    guard tokens.first == .sign(sign) else { return false }
    tokens.removeFirst()
    return true
  }
}

// MARK: - Variables

extension VariableTokens {
  mutating func variable() throws(Problem) -> Variable {
    guard case .word(let root)? = tokens.first else {
      throw Problem(words: "a value such as \"report.customers\" is needed")
    }
    tokens.removeFirst()
    path = root
    switch root {
    case "report":
      if let statistic = Variable.Statistic(rawValue: peek()) {
        _ = try part()
        return .statistic(statistic, of: try part())
      }
      return .report(try fact(extra: Variable.Statistic.allCases.map(\.rawValue)))
    case "run": return .run(try fact())
    case "quality": return .quality(try fact())
    case "finding": return try finding()
    case "seg":
      let which = try which()
      if let statistic = Variable.Statistic(rawValue: peek()) {
        _ = try part()
        return .segmentStatistic(which, statistic, of: try part())
      }
      return .segment(which, try fact(extra: Variable.Statistic.allCases.map(\.rawValue)))
    default: throw unknown(root, among: ["report", "run", "quality", "finding", "seg"])
    }
  }

  /// The next part of a path without taking it; empty at its end.
  private func peek() -> String {
    tokens.count > 1 && tokens[0] == .sign(".") ? tokens[1].text : ""
  }

  /// The next part of a path: `.word` or `["any text"]`.
  private mutating func part() throws(Problem) -> String {
    if take("."), case .word(let word)? = tokens.first {
      tokens.removeFirst()
      path += "." + word
      return word
    }
    if take("["), case .quoted(let text)? = tokens.first {
      tokens.removeFirst()
      path += "[\"\(text)\"]"
      if take("]") { return text }
    }
    throw Problem(words: "after \"\(path)\" a name is needed, as .name or [\"name\"]")
  }

  private mutating func fact<Fact: RawRepresentable & CaseIterable>(
    extra: [String] = []
  ) throws(Problem) -> Fact where Fact.RawValue == String {
    let whole = path
    let name = try part()
    guard let fact = Fact(rawValue: name) else {
      path = whole
      throw unknown(name, among: Fact.allCases.map(\.rawValue) + extra)
    }
    return fact
  }

  private mutating func which() throws(Problem) -> Variable.Which {
    let isQuoted = tokens.first == .sign("[")
    let name = try part()
    if isQuoted { return .name(name) }
    let which = Variable.Which(named: name)
    guard case .name = which else { return which }
    throw Problem(
      words: "\"\(name)\" is no segment; write seg.A, seg.top, seg.each or seg[\"\(name)\"]"
    )
  }

  private mutating func finding() throws(Problem) -> Variable {
    let name = try part()
    if let number = Int(name) {
      guard Variable.findings.contains(number) else {
        throw Problem(words: "findings are numbered 1 to \(Variable.findings.upperBound)")
      }
      return .finding(number)
    }
    guard Sentences.kinds.contains(name) else {
      path = "finding"
      throw unknown(name, among: Sentences.kinds)
    }
    return .findingOf(name)
  }

  private func unknown(_ name: String, among known: [String]) -> Problem {
    let what = path == name ? "" : " of \"\(path)\""
    return Problem(
      words: "unknown value \"\(name)\"\(what)",
      suggestion: NearestWord.of(name, among: known)
    )
  }
}

// MARK: - Filters

extension VariableTokens {
  /// A filter and its name.
  mutating func filter() throws(Problem) -> (String, TextFilter) {
    guard case .word(let name)? = tokens.first else {
      throw Problem(
        words: "after \"|\" one of \(TextFilter.names.joined(separator: ", ")) is needed"
      )
    }
    tokens.removeFirst()
    return (name, try filter(name))
  }

  private mutating func filter(_ name: String) throws(Problem) -> TextFilter {
    switch name {
    case "num": return .num
    case "short": return .short
    case "money": return .money
    case "date": return .date
    case "signed": return .signed
    case "times": return .times
    case "list": return .list
    case "upper_first": return .upperFirst
    case "required": return .required
    case "pct":
      guard let text = try argument() else { return .pct(nil) }
      guard let decimals = Int(text), (0...4).contains(decimals) else {
        throw Problem(words: "\"pct\" takes a whole number from 0 to 4")
      }
      return .pct(decimals)
    case "default":
      guard let text = try argument() else {
        throw Problem(words: "\"default\" takes a text: default(\"none yet\")")
      }
      return .standIn(text)
    default:
      throw Problem(
        words: "unknown filter \"\(name)\"",
        suggestion: NearestWord.of(name, among: TextFilter.names)
      )
    }
  }

  private mutating func argument() throws(Problem) -> String? {
    guard take("(") else { return nil }
    let text = next
    if !tokens.isEmpty { tokens.removeFirst() }
    guard take(")") else { throw Problem(words: "a bracket is not closed") }
    return text
  }
}

extension Character {
  /// A letter, a digit, or what binds words together.
  fileprivate var isWordy: Bool { isLetter || isNumber || self == "_" || self == "-" }
}
