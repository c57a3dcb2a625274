import Plots

/// Bars, lines and dots stand out from the page 3 to 1, or have an outline that does.
struct MarkContrastRule: LintRule {
  let point = 21
  let name = "mark-contrast"
  private static let needed = 3.0

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.flatMap { chart in
        chart.fact.marks.filter { $0.kind != MarkFact.cell }.flatMap(\.pieces).compactMap { piece in
          let best =
            [piece.fill, piece.outline].compactMap(\.self)
            .map { $0.over(page.ground).contrast(to: page.ground) }.max() ?? 1
          guard best < Self.needed - 0.005, piece.length > 0.5 else { return nil }
          return fault(page, chart.figure, piece.rect, words("a bar", piece.fill, best))
        }
      } + lines(page)
    }
  }

  private func lines(_ page: LintedPage) -> [LintFault] {
    page.survey.shapes.compactMap { shape in
      guard shape.tag != nil, shape.kind == .path, shape.fill == nil, let line = shape.line else {
        return nil
      }
      let contrast = line.over(page.ground).contrast(to: page.ground)
      guard contrast < Self.needed - 0.005 else { return nil }
      return fault(page, shape.figure, shape.rect, words("a line", line, contrast))
    }
  }

  private func words(_ what: String, _ color: Color, _ contrast: Double) -> String {
    "\(what) in \(color.hex) has a contrast of \((contrast * 100).rounded() / 100) (3 is needed)"
  }
}
