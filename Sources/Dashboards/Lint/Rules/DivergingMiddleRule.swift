import Plots

/// Two-sided colors turn at zero: what is above it has one side's color, what is below the other's.
struct DivergingMiddleRule: LintRule {
  let point = 23
  let name = "diverging-middle"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.flatMap { chart in
        chart.fact.marks.flatMap(\.pieces).compactMap { piece -> LintFault? in
          guard let side = Self.side(piece.fill), side * piece.to < 0 else { return nil }
          let words = "\(piece.to) has a color of the other side"
          return fault(page, chart.figure, piece.rect, words)
        }
      }
    }
  }

  /// −1 or 1 for a color clearly on one side of a diverging scale.
  private static func side(_ color: Color) -> Double? {
    guard let name = color.name, name.hasPrefix("div-"), let step = Int(name.dropFirst(4)) else {
      return nil
    }
    return step < 5 ? -1 : step > 7 ? 1 : nil
  }
}
