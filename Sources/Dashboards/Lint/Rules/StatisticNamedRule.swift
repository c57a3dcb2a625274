import Plots

/// A block with a chart says what its numbers are: in a description, a title of an axis or a heading.
struct StatisticNamedRule: LintRule {
  let point = 29
  let name = "statistic-named"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.figures.indices.compactMap { index in
        let figure = page.figures[index]
        let charts = page.charts(of: index)
        guard !charts.isEmpty, figure.descriptor.isEmpty, figure.notes.isEmpty else { return nil }
        let titles = charts.flatMap { [$0.x?.title, $0.y?.title] }.compactMap(\.self)
        // A card has its descriptions inside.
        let inside = page.survey.texts.contains {
          $0.figure == index && [.desc, .note].contains($0.style.token)
        }
        guard titles.isEmpty, !inside else { return nil }
        return fault(page, index, figure.rect, "nothing says what the numbers are")
      }
    }
  }
}
