import Plots

/// Header and footer say what, when and which page.
struct PageFrameRule: LintRule {
  let point = 38
  let name = "page-frame"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      let texts = page.survey.texts.filter { $0.figure == nil }.map(\.whole)
      return page.frame.filter { !texts.contains($0) }.map { words in
        fault(page, nil, nil, "“\(words)” is missing in the header or footer")
      }
    }
  }
}
