import Plots

/// An axis with values says what they are: beside it, above the chart or in the block's heading.
struct AxisTitleRule: LintRule {
  let point = 13
  let name = "axis-title"
  let isKnockOut = true

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.compactMap { chart in
        let axes = [chart.fact.x, chart.fact.y].compactMap(\.self)
        let isNamed = axes.allSatisfy { axis in
          axis.spread == .band || axis.ticks.isEmpty || axis.title?.isEmpty == false
        }
        guard !isNamed, !isExplained(chart, page) else { return nil }
        return fault(page, chart.figure, chart.fact.area, "an axis with values has no title")
      }
    }
  }

  /// Whether the heading of the block or a text right above the chart says what is drawn.
  private func isExplained(_ chart: SceneSurvey.Chart, _ page: LintedPage) -> Bool {
    guard let index = chart.figure, page.figures.indices.contains(index) else { return false }
    let figure = page.figures[index]
    if !figure.title.isEmpty || !figure.descriptor.isEmpty { return true }
    let area = chart.fact.area
    let above = Rect(x: area.minX, y: area.minY - 24, width: area.width, height: 25)
    return page.survey.texts.contains { $0.figure == index && above.overlaps($0.rect) }
  }
}
