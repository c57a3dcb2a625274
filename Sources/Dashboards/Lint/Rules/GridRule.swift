import Plots

/// Blocks begin at a column of the grid, and rows of blocks have equal gaps.
struct GridRule: LintRule {
  let point = 36
  let name = "grid"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in columns(page) + gaps(page) }
  }

  private func columns(_ page: LintedPage) -> [LintFault] {
    guard !page.columns.isEmpty else { return [] }
    return page.figures.indices.compactMap { index in
      let rect = page.figures[index].rect
      guard !page.columns.contains(where: { ($0 - rect.minX).magnitude < 0.5 }) else { return nil }
      return fault(page, index, rect, "the block begins beside the columns")
    }
  }

  private func gaps(_ page: LintedPage) -> [LintFault] {
    let rows = Dictionary(grouping: page.figures.indices) { page.figures[$0].rect.minY }
      .sorted { $0.key < $1.key }
    return zip(rows, rows.dropFirst()).compactMap { one, next in
      let bottom = one.value.map { page.figures[$0].rect.maxY }.max() ?? one.key
      guard (next.key - bottom - page.rowGap).magnitude > 0.75 else { return nil }
      let index = next.value[0]
      let gap = ((next.key - bottom) * 10).rounded() / 10
      let words = "the gap above is \(gap) pt (\(page.rowGap) elsewhere)"
      return fault(page, index, page.figures[index].rect, words)
    }
  }
}
