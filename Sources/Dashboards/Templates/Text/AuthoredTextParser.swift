/// Reads text with values in double braces; every fault is noted, none is passed over.
struct AuthoredTextParser {
  /// What is wrong within a text.
  struct Problem: Error, Equatable {
    let words: String
    var suggestion: String?
  }

  private(set) var problems: [Problem] = []

  /// The text in pieces; what is wrong stands in `problems` and leaves its piece out.
  mutating func parse(_ text: String) -> AuthoredText {
    var pieces: [AuthoredText.Piece] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      pieces.append(.words(String(rest[..<open.lowerBound])))
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else {
        problems.append(Problem(words: "\"{{\" is not closed by \"}}\""))
        return AuthoredText(pieces: pieces)
      }
      do throws(Problem) {
        pieces.append(.value(try Self.placeholder(String(rest[..<close.lowerBound]))))
      } catch {
        problems.append(error)
      }
      rest = rest[close.upperBound...]
    }
    pieces.append(.words(String(rest)))
    return AuthoredText(pieces: pieces.filter { $0 != .words("") })
  }

  private static func placeholder(_ source: String) throws(Problem) -> Placeholder {
    var tokens = try VariableTokens(source)
    let variable = try tokens.variable()
    var kind = variable.kind
    var filters: [TextFilter] = []
    while tokens.take("|") {
      let (name, filter) = try tokens.filter()
      if let needed = filter.kind {
        guard needed == kind else {
          throw Problem(
            words: "\"\(name)\" writes a \(needed.rawValue), which "
              + "\"\(tokens.path)\" is not at that place"
          )
        }
        kind = .text
      }
      filters.append(filter)
    }
    guard tokens.isAtEnd else { throw Problem(words: "unexpected \"\(tokens.next)\"") }
    return Placeholder(source: tokens.path, variable: variable, filters: filters)
  }
}
