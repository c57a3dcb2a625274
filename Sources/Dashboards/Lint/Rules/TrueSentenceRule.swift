import Plots

/// The numbers in a heading can be read in its figure, and it claims no cause.
struct TrueSentenceRule: LintRule {
  let point = 34
  let name = "true-sentence"

  private static let causes = [
    "because of", "due to", "leads to", "thanks to", "causes", "caused by", "as a result of",
  ]

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.figures.indices.flatMap { index -> [LintFault] in
        let figure = page.figures[index]
        var faults = causal(figure.title).map { fault(page, index, figure.rect, $0) }
        let known = known(index, page)
        // A measure such as “Orders in the last 90 days” has its number from its name.
        let sentence = book.names.reduce(figure.title) { $0.replacing($1, with: " ") }
        let unknown = Self.numbers(in: sentence).first { !known.proves($0) }
        if let unknown, !known.isEmpty {
          let words = "the heading says \(unknown), which the figure does not show"
          faults.append(fault(page, index, figure.rect, words))
        }
        return faults
      } + causal(page.title).map { fault(page, nil, nil, $0) }
    }
  }

  private func causal(_ title: String) -> [String] {
    Self.causes.filter { title.lowercased().contains($0) }
      .map { "the heading claims a cause (“\($0)”)" }
  }

  /// What can be read in the figure, its table and its small print, and outside of all figures.
  private func known(_ index: Int, _ page: LintedPage) -> PrintedNumbers {
    let figure = page.figures[index]
    let heading = figure.title.filter { !$0.isWhitespace }
    let drawn = page.survey.texts.filter { box in
      (box.figure == index || box.figure == nil)
        && !(box.style.token == .h2 && heading.contains(box.text.filter { !$0.isWhitespace }))
    }
    return PrintedNumbers(
      drawn.map(\.whole) + figure.cells + figure.notes + [figure.descriptor]
    )
  }

  /// `1,234.5` and `62%` of a sentence; single digits are often words, and digits in names are names.
  static func numbers(in text: String) -> [String] {
    let together = [" %", "\u{A0}%", "\u{202F}%"].reduce(text) { $0.replacing($1, with: "%") }
    return together.split { $0.isWhitespace || "()–—:;/".contains($0) }.compactMap { word in
      guard !word.contains(where: \.isLetter) else { return nil }
      var number = word.drop { !$0.isNumber }
      while let last = number.last, !last.isNumber, last != "%" { number.removeLast() }
      return number.count(where: \.isNumber) > 1 ? String(number) : nil
    }
  }
}
