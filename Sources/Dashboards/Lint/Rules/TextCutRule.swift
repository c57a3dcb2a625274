import Plots

/// No text is cut off by the page, its block or a clip.
struct TextCutRule: LintRule {
  let point = 2
  let name = "text-cut"
  let isKnockOut = true

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.texts.compactMap { box in
        if box.isClipped { return fault(page, box.figure, box.rect, "“\(box.text)” is cut off") }
        guard let figure = box.figure, page.figures.indices.contains(figure),
          !page.figures[figure].rect.contains(box.rect, tolerance: 1.5)
        else { return nil }
        return fault(page, figure, box.rect, "“\(box.text)” leaves its block")
      } + blocks(page)
    }
  }

  private func blocks(_ page: LintedPage) -> [LintFault] {
    page.figures.indices.compactMap { index in
      let rect = page.figures[index].rect
      guard !page.body.contains(rect, tolerance: 1) else { return nil }
      return fault(page, index, rect, "the block does not lie between the margins")
    }
  }
}
