import Plots

/// A heading has something below it in its block, and no page holds a single line alone.
struct WidowRule: LintRule {
  let point = 10
  let name = "widow"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in headings(page) + lines(page) }
  }

  private func headings(_ page: LintedPage) -> [LintFault] {
    page.figures.indices.compactMap { index in
      let figure = page.figures[index]
      guard !figure.title.isEmpty else { return nil }
      let texts = page.survey.texts.filter { $0.figure == index }
      let isHeading = { (box: TextBox) in box.style.token == .h2 }
      let hasMore = texts.contains { !isHeading($0) } || !page.shapes(of: index).isEmpty
      return hasMore ? nil : fault(page, index, figure.rect, "the heading stands alone")
    }
  }

  private func lines(_ page: LintedPage) -> [LintFault] {
    let texts = page.survey.texts.filter { page.body.contains($0.rect, tolerance: 1) }
    let shapes = page.survey.shapes.filter { page.body.contains($0.rect, tolerance: 1) }
    guard page.isContinued, shapes.isEmpty, let first = texts.first,
      texts.allSatisfy({ ($0.rect.midY - first.rect.midY).magnitude < 3 })
    else { return [] }
    return [fault(page, first.figure, first.rect, "“\(first.text)” stands alone on its page")]
  }
}
