import Plots

/// Values beyond the ends of an axis are announced below the chart.
struct ClippedDataRule: LintRule {
  let point = 17
  let name = "clipped-data"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.compactMap { chart in
        let isClipped = chart.fact.marks.contains { mark in
          leaves(mark.x, chart.fact.x) || leaves(mark.y, chart.fact.y)
        }
        let beyond = chart.fact.beyond
        guard isClipped || beyond > 0 else { return nil }
        let notes = chart.figure.map { page.figures[$0].notes } ?? []
        guard !notes.contains(where: { $0.contains(where: \.isNumber) }) else { return nil }
        return fault(page, chart.figure, chart.fact.area, "values beyond the axis are not counted")
      }
    }
  }

  private func leaves(_ data: ClosedRange<Double>?, _ axis: AxisFact?) -> Bool {
    guard let data, let axis, axis.spread == .linear || axis.spread == .log else { return false }
    let slack = (axis.high - axis.low) * 1e-6
    return data.lowerBound < axis.low - slack || data.upperBound > axis.high + slack
  }
}
