import Plots

/// A page has one heading of its own, at most two lines long.
struct OneMessageRule: LintRule {
  let point = 35
  let name = "one-message"

  func faults(in book: LintedBook) -> [LintFault] {
    var taken: [String: Int] = [:]
    var faults: [LintFault] = []
    for page in book.pages {
      let lines = page.survey.texts.filter { $0.style.token == .h1 && $0.figure == nil }
      if lines.isEmpty { faults.append(fault(page, nil, nil, "the page has no heading")) }
      if lines.count > 2 {
        faults.append(fault(page, nil, lines[0].rect, "the heading takes \(lines.count) lines"))
      }
      if lines.contains(where: \.isEllipsized) {
        faults.append(fault(page, nil, lines[0].rect, "the heading is shortened"))
      }
      guard !page.isContinued, !page.title.isEmpty else { continue }
      if let first = taken[page.title] {
        let words = "the heading “\(page.title)” stands on page \(first) too"
        faults.append(fault(page, nil, lines.first?.rect, words))
      }
      taken[page.title] = taken[page.title] ?? page.number
    }
    return faults
  }
}
