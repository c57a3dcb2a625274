import Plots

/// Thousands of points are shown as density, not as a blob of dots.
struct DensityRule: LintRule {
  let point = 27
  let name = "density"
  private static let mostDots = 5_000

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.figures.indices.compactMap { index in
        let dots = page.shapes(of: index).filter { $0.kind == .dots }
        let largest =
          Dictionary(grouping: dots, by: \.rect).values
          .map { $0.map(\.count).reduce(0, +) }.max() ?? 0
        guard largest > Self.mostDots else { return nil }
        let words = "\(largest) single dots (from \(Self.mostDots) on density is drawn)"
        return fault(page, index, page.figures[index].rect, words)
      }
    }
  }
}
