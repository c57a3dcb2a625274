import Plots

/// Letters are spaced as the font wants it, not rounded to whole units.
struct LetterSpacingRule: LintRule {
  let point = 8
  let name = "letter-spacing"

  func faults(in book: LintedBook) -> [LintFault] {
    let texts = book.pages.flatMap(\.survey.texts).filter { $0.text.count > 3 }
    let whole = texts.count { ($0.advance - $0.advance.rounded()).magnitude < 0.001 }
    // By chance one text in a few hundred is as wide as a whole number.
    guard texts.count >= 10, whole * 2 > texts.count else { return [] }
    return [fault("", "\(whole) of \(texts.count) texts are a whole number of points wide")]
  }
}
