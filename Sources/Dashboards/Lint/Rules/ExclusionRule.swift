import Plots

/// What is missing or left out is counted somewhere a reader finds it.
struct ExclusionRule: LintRule {
  let point = 31
  let name = "exclusions"

  func faults(in book: LintedBook) -> [LintFault] {
    let drawn = Set(book.pages.flatMap(\.figures).map(\.title))
    let texts = book.pages.flatMap(\.survey.texts).map(\.whole)
    return book.exclusions.compactMap { what, number, figure in
      // What is not drawn needs no word.
      guard figure.map(drawn.contains) ?? true else { return nil }
      let isRead = texts.contains {
        $0.split { " ;:()·".contains($0) }
          .contains { $0 == number }
      }
      return isRead ? nil : fault(what, "the number \(number) is on no page")
    }
  }
}
