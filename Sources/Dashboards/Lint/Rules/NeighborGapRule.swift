import Plots

/// Neighbors of different color have a strip of page between them.
struct NeighborGapRule: LintRule {
  let point = 26
  let name = "neighbor-gap"
  /// 0.75 pt, but for the last digit of the arithmetic.
  private static let gap = 0.74

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.charts.flatMap { chart in
        chart.fact.marks.filter { $0.kind == MarkFact.slice }.flatMap { mark in
          Dictionary(grouping: mark.pieces, by: \.scale).sorted { $0.key < $1.key }
            .compactMap { close($0.value) }
            .map { fault(page, chart.figure, $0.rect, "the parts of a strip touch") }
        }
      }
    }
  }

  private func close(_ pieces: [MarkPiece]) -> MarkPiece? {
    let sorted = pieces.filter { $0.length > 0.3 }.sorted { $0.rect.minX < $1.rect.minX }
    return zip(sorted, sorted.dropFirst()).first { one, next in
      one.fill != next.fill && next.rect.minX - one.rect.maxX < Self.gap
    }?.0
  }
}
