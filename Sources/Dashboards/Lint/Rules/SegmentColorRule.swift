import Plots

/// A letter has the same color on every page: its segment's own.
struct SegmentColorRule: LintRule {
  let point = 19
  let name = "segment-color"
  let isKnockOut = true

  func faults(in book: LintedBook) -> [LintFault] {
    let looks = Dictionary(
      book.segments.map { ($0.letter, $0.look) },
      uniquingKeysWith: { one, _ in one }
    )
    return book.pages.flatMap { page in
      badges(page, looks) + pieces(page, looks) + names(page, book)
    }
  }

  /// A letter on the fill of a segment must be that segment's.
  private func badges(_ page: LintedPage, _ looks: [String: SegmentStyle]) -> [LintFault] {
    page.survey.texts.compactMap { box in
      guard let look = looks[box.text], box.style.weight == .semibold else { return nil }
      let others = looks.filter { $0.key != box.text && $0.value.fill != look.fill }
      guard let other = others.first(where: { $0.value.fill.rgb == box.backdrop.rgb }) else {
        return nil
      }
      let words = "the letter \(box.text) stands on the color of \(other.key)"
      return fault(page, box.figure, box.rect, words)
    }
  }

  private func pieces(_ page: LintedPage, _ looks: [String: SegmentStyle]) -> [LintFault] {
    page.survey.charts.flatMap { chart in
      chart.fact.marks.flatMap(\.pieces).compactMap { piece in
        guard let letter = piece.letter, let look = looks[letter],
          piece.fill.rgb != look.fill.rgb, piece.fill.rgb != look.tint.rgb
        else { return nil }
        let words = "\(letter) is drawn in \(piece.fill.hex), its color is \(look.fill.hex)"
        return fault(page, chart.figure, piece.rect, words)
      }
    }
  }

  /// The name of a segment is never written in the color of another.
  private func names(_ page: LintedPage, _ book: LintedBook) -> [LintFault] {
    page.survey.texts.compactMap { box in
      let owners = book.segments.filter { $0.name == box.whole }
      guard owners.count == 1, let owner = owners.first, box.color.rgb != owner.look.text.rgb else {
        return nil
      }
      let other = book.segments.first {
        $0.look.text.rgb == box.color.rgb && $0.look.text.rgb != owner.look.text.rgb
      }
      guard let other else { return nil }
      let words = "“\(box.text)” has the color of \(other.letter)"
      return fault(page, box.figure, box.rect, words)
    }
  }
}
