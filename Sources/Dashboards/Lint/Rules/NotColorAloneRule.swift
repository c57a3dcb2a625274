import Plots

/// Where colors tell segments apart, a letter or a name does too.
struct NotColorAloneRule: LintRule {
  let point = 20
  let name = "not-color-alone"
  let isKnockOut = true

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.figures.indices.flatMap { index -> [LintFault] in
        let drawn = Set(
          page.charts(of: index).flatMap(\.marks).flatMap(\.pieces).compactMap(\.letter)
        )
        .union(page.shapes(of: index).compactMap(\.tag))
        let shown = book.segments.filter { drawn.contains($0.letter) }
        guard shown.count > 1 else { return [] }
        let texts = page.texts(of: index)
        return shown.filter { !isNamed($0, texts) }.map { segment in
          let words = "\(segment.letter) \(segment.name) is told by its color alone"
          return fault(page, index, page.figures[index].rect, words)
        }
      }
    }
  }

  private func isNamed(_ segment: LintedSegment, _ texts: [String]) -> Bool {
    texts.contains { text in
      text == segment.letter || text.hasPrefix(segment.letter + " ") || text.contains(segment.name)
    }
  }
}
