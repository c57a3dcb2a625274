import Plots

/// At most eight strong colors in one figure, twelve where each has its letter.
struct FewColorsRule: LintRule {
  let point = 22
  let name = "few-colors"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.figures.indices.compactMap { index in
        let pieces = page.charts(of: index).flatMap(\.marks).filter { $0.kind != MarkFact.cell }
          .flatMap(\.pieces)
        let shapes = page.shapes(of: index).filter { $0.tag != nil }
        let letters = Set(pieces.compactMap(\.letter)).union(shapes.compactMap(\.tag))
        // A tint belongs to its color, and is as pale on a dark ground as on paper.
        let fills = (pieces.map(\.fill) + shapes.compactMap(\.fill))
          .filter { $0.name?.hasSuffix("-tint") != true }
        let colors = Set(fills.map(\.rgb)).filter { Color($0).saturation > 0.25 }
        let most = letters.count >= colors.count ? 12 : 8
        guard colors.count > most else { return nil }
        let words = "\(colors.count) colors in one figure (\(most) can be told apart)"
        return fault(page, index, page.figures[index].rect, words)
      }
    }
  }
}

extension Color {
  /// How far it is from grey, 0 to 1.
  var saturation: Double {
    let parts = [red, green, blue].map(Double.init)
    guard let high = parts.max(), let low = parts.min(), high > 0 else { return 0 }
    return (high - low) / high
  }
}
