import Plots

/// No text lies over another.
struct TextOverlapRule: LintRule {
  let point = 1
  let name = "text-overlap"
  let isKnockOut = true

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.overlappingTexts.map { one, other in
        fault(page, one.figure, one.rect, "“\(one.text)” lies over “\(other.text)”")
      }
    }
  }
}
