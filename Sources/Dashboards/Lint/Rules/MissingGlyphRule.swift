import Plots

/// Every letter has a font that can show it.
struct MissingGlyphRule: LintRule {
  let point = 3
  let name = "missing-glyph"
  let isKnockOut = true

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.texts.filter { $0.unknownGlyphs > 0 }.map { box in
        let count = box.unknownGlyphs
        let letters = count == 1 ? "1 letter" : "\(count) letters"
        let words = "no installed font can show \(letters) of “\(box.text)”"
        return fault(page, box.figure, box.rect, words)
      }
    }
  }
}
