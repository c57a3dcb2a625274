/// Words of a template's author with values of the report among them: `{{ seg.top.name }} lead`.
struct AuthoredText: Sendable, Equatable {
  enum Piece: Sendable, Equatable {
    case words(String)
    case value(Placeholder)
  }

  let pieces: [Piece]

  private var placeholders: [Placeholder] {
    pieces.compactMap { if case .value(let placeholder) = $0 { placeholder } else { nil } }
  }

  /// Whether it speaks of the segment of a page or row that is repeated.
  var speaksOfEach: Bool { placeholders.contains { $0.variable.speaksOfEach } }

  /// The text with its values.
  ///
  /// - Parameter each: The segment of a page or row that is repeated.
  func text(of reading: Reading, each: Portrait?) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let placeholder): placeholder.text(of: reading, each: each)
      }
    }.joined()
  }

  /// What must have a value and has none, as it is written in the template.
  func unanswered(by reading: Reading, each: Portrait?) -> [String] {
    placeholders.filter { $0.isUnanswered(by: reading, each: each) }.map(\.source)
  }
}
