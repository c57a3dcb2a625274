import Plots

/// A rule that judges every axis of every chart by itself.
protocol AxisRule: LintRule {
  /// What is wrong with the axis in words; nil when nothing is.
  func problem(_ axis: AxisFact) -> String?
}

extension AxisRule {
  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.flatMap { chart in
        [chart.fact.x, chart.fact.y].compactMap { axis in
          axis.flatMap(problem).map { fault(page, chart.figure, chart.fact.area, $0) }
        }
      }
    }
  }
}
