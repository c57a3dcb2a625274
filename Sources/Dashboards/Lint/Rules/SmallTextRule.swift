import Plots

/// No text is smaller than a reader can read: 7 pt on paper, 9 pt on slides.
struct SmallTextRule: LintRule {
  let point = 4
  let name = "small-text"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.texts.filter { $0.style.size < page.smallest - 0.01 }.map { box in
        let size = (box.style.size * 100).rounded() / 100
        let words = "“\(box.text)” has \(size) pt (\(page.smallest) are needed)"
        return fault(page, box.figure, box.rect, words)
      }
    }
  }
}
