import Plots

/// No page and no block is empty, and what is drawn fills more than half of its block.
struct EmptyBlockRule: LintRule {
  let point = 37
  let name = "empty-block"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      guard !page.figures.isEmpty else { return [fault(page, nil, nil, "the page is blank")] }
      return page.figures.indices.compactMap { index in
        problem(index, page).map { fault(page, index, page.figures[index].rect, $0) }
      }
    }
  }

  private func problem(_ index: Int, _ page: LintedPage) -> String? {
    let block = page.figures[index].rect
    let ink =
      page.survey.texts.filter { $0.figure == index }.map(\.rect)
      + page.shapes(of: index).map(\.rect)
    guard let first = ink.first else { return "the block is empty" }
    let hull = ink.dropFirst().reduce(first) { hull, rect in
      Rect(
        from: Point(min(hull.minX, rect.minX), min(hull.minY, rect.minY)),
        to: Point(max(hull.maxX, rect.maxX), max(hull.maxY, rect.maxY))
      )
    }
    guard !page.charts(of: index).isEmpty, block.width * block.height > 0 else { return nil }
    let share = hull.width * hull.height / (block.width * block.height)
    return share < 0.55 ? "only \(Int((share * 100).rounded()))% of the block is used" : nil
  }
}
