import Plots

/// A log scale is named in words, and no bar is drawn along one.
struct LogScaleRule: LintRule {
  let point = 15
  let name = "log-scale"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.flatMap { chart -> [LintFault] in
        let (x, y) = (chart.fact.x?.spread == .log, chart.fact.y?.spread == .log)
        guard x || y else { return [] }
        var faults: [LintFault] = []
        let words = chart.figure.map(page.words) ?? ""
        if !words.lowercased().contains("log") {
          faults.append(fault(page, chart.figure, chart.fact.area, "a log scale is not named"))
        }
        let bars = chart.fact.marks.flatMap(\.pieces)
        if bars.contains(where: { $0.direction == .horizontal ? x : y }) {
          faults.append(fault(page, chart.figure, chart.fact.area, "bars on a log scale"))
        }
        return faults
      }
    }
  }
}
