import Plots

/// No names of columns or variables, no unfilled placeholders, no numbers that are none.
///
/// The table of the columns of a file is what the others spare their reader.
struct PlainWordsRule: LintRule {
  let point = 9
  let name = "plain-words"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page -> [LintFault] in
      let tables = page.figures.indices.filter { page.figures[$0].name == ColumnsPanel.id }
      return page.survey.texts.compactMap { box -> LintFault? in
        guard !tables.contains(box.figure ?? -1) else { return nil }
        return problem(box.whole, book).map {
          fault(page, box.figure, box.rect, "“\(box.text)” \($0)")
        }
      }
    }
  }

  private func problem(_ text: String, _ book: LintedBook) -> String? {
    if let word = placeholder(in: text), !book.names.contains(where: { $0.contains(word) }) {
      return "has a placeholder that was not filled"
    }
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    if words.contains(where: { ["nan", "inf", "nil", "Optional"].contains($0) }) {
      return "has a number that is none"
    }
    guard let name = words.first(where: { book.internalNames.contains($0) && $0.contains("_") })
    else { return nil }
    return "has the internal name \(name)"
  }

  /// The first word in braces; names from data may have their own.
  private func placeholder(in text: String) -> Substring? {
    guard let open = text.firstIndex(of: "{"),
      let close = text[open...].firstIndex(of: "}")
    else { return nil }
    return text[open...close]
  }
}
