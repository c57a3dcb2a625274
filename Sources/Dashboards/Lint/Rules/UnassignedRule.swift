import Plots

/// Customers without a segment are grey, come last and are named.
struct UnassignedRule: LintRule {
  let point = 24
  let name = "unassigned"

  func faults(in book: LintedBook) -> [LintFault] {
    guard let look = book.noise else { return [] }
    return book.pages.flatMap { page in
      page.survey.charts.flatMap { chart in
        chart.fact.marks.flatMap { mark in
          faults(mark.pieces, look, chart, page, book.unassigned)
        }
      }
    }
  }

  private func faults(
    _ pieces: [MarkPiece],
    _ look: SegmentStyle,
    _ chart: SceneSurvey.Chart,
    _ page: LintedPage,
    _ word: String
  ) -> [LintFault] {
    pieces.filter { $0.letter == look.letter }.flatMap { piece -> [LintFault] in
      var problems: [String] = []
      if piece.fill.saturation > 0.25 { problems.append("is drawn in \(piece.fill.hex), not grey") }
      let others = pieces.filter { $0.letter != look.letter && $0.scale == piece.scale }
      let isLast = others.allSatisfy {
        $0.rect.minX <= piece.rect.minX + 0.5 && $0.rect.minY <= piece.rect.minY + 0.5
      }
      if !isLast { problems.append("does not come last") }
      let figure = chart.figure.flatMap { page.figures.indices.contains($0) ? $0 : nil }
      let words = figure.map { page.words(of: $0) + page.figures[$0].notes.joined() } ?? ""
      if !words.lowercased().contains(word.lowercased()) { problems.append("is not named") }
      return problems.map { fault(page, chart.figure, piece.rect, "“\(word)” \($0)") }
    }
  }
}
