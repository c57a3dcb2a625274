import Plots

/// The number of customers is on every page with a chart, and each segment's is somewhere to be read.
struct CountShownRule: LintRule {
  let point = 28
  let name = "count-shown"
  let isKnockOut = true

  func faults(in book: LintedBook) -> [LintFault] {
    pages(book) + segments(book)
  }

  private func pages(_ book: LintedBook) -> [LintFault] {
    guard let customers = book.customers else { return [] }
    return book.pages.compactMap { page in
      guard !page.survey.charts.isEmpty,
        !page.survey.texts.contains(where: { $0.text.contains(customers) })
      else { return nil }
      return fault(page, nil, nil, "the number of customers (“\(customers)”) is not on the page")
    }
  }

  private func segments(_ book: LintedBook) -> [LintFault] {
    let drawn = Set(
      book.pages.flatMap(\.survey.charts).flatMap(\.fact.marks).flatMap(\.pieces)
        .compactMap(\.letter)
    )
    let texts = book.pages.flatMap(\.survey.texts).map(\.text)
    return book.segments.filter { drawn.contains($0.letter) }.compactMap { segment in
      guard let size = segment.size, !texts.contains(where: { $0.contains(size) }) else {
        return nil
      }
      return fault("segment \(segment.letter)", "its size (“\(size)”) is on no page")
    }
  }
}
