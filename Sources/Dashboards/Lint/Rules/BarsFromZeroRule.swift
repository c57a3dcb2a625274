import Plots

/// Bars start at zero and are as long as their values say.
struct BarsFromZeroRule: LintRule {
  let point = 11
  let name = "bars-from-zero"
  let isKnockOut = true

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.flatMap { chart in
        chart.fact.marks.filter { $0.kind == MarkFact.bar || $0.kind == MarkFact.histogram }
          .flatMap { faults($0, chart, page) }
      }
    }
  }

  private func faults(
    _ mark: MarkFact,
    _ chart: SceneSurvey.Chart,
    _ page: LintedPage
  ) -> [LintFault] {
    var faults: [LintFault] = []
    if let piece = mark.pieces.first(where: { $0.from != 0 }) {
      faults.append(fault(page, chart.figure, piece.rect, "a bar starts at \(piece.from)"))
    }
    let isUpright = mark.pieces.first?.direction == .vertical
    if let axis = isUpright ? chart.fact.y : chart.fact.x, axis.low > 0 || axis.high < 0 {
      let words = "the axis of bars goes from \(axis.low) to \(axis.high), without zero"
      faults.append(fault(page, chart.figure, chart.fact.area, words))
    }
    for group in Dictionary(grouping: mark.pieces, by: \.scale).values {
      guard let unit = group.max(by: { $0.to.magnitude < $1.to.magnitude }), unit.to != 0 else {
        continue
      }
      let scale = unit.length / unit.to.magnitude
      let wrong = group.first { ($0.length - $0.to.magnitude * scale).magnitude > 1 }
      guard let wrong else { continue }
      let words =
        "a bar of \(wrong.to) is \(wrong.length.rounded()) pt long beside one of \(unit.to)"
      faults.append(fault(page, chart.figure, wrong.rect, words))
    }
    return faults
  }
}
