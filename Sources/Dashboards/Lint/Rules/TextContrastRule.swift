import Plots

/// Texts stand out from their ground: 4.5 to 1, large ones 3 to 1.
struct TextContrastRule: LintRule {
  let point = 7
  let name = "text-contrast"

  func faults(in book: LintedBook) -> [LintFault] {
    book.pages.flatMap { page in
      page.survey.texts.compactMap { box in
        let needed = Self.isLarge(box.style) ? 3.0 : 4.5
        guard box.contrast < needed - 0.005 else { return nil }
        let contrast = (box.contrast * 100).rounded() / 100
        let words = "“\(box.text)” has a contrast of \(contrast) (\(needed) is needed)"
        return fault(page, box.figure, box.rect, words)
      }
    }
  }

  /// As WCAG 2 counts it: 18 pt, or 14 pt and bold.
  private static func isLarge(_ style: TextStyle) -> Bool {
    style.size >= 18 || style.size >= 14 && style.weight != .regular
  }
}
