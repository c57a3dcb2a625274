import Plots

@testable import Dashboards

extension LintWorkshop {
  /// Points 19 to 27: encoding and color.
  var colors: [LintProof] {
    let (a, b) = (style.theme.segment(0).fill, style.theme.segment(1).fill)
    return [
      LintProof(
        rule: SegmentColorRule(),
        broken: known(bars([bar(0, length: 20, to: 2, fill: b, letter: "A")])),
        sound: known(bars([bar(0, length: 20, to: 2, fill: a, letter: "A")]))
      ),
      LintProof(rule: NotColorAloneRule(), broken: pair([]), sound: pair(["A", "B Name 1"])),
      LintProof(
        rule: MarkContrastRule(),
        broken: bars([bar(0, length: 20, to: 2, fill: Color(0xF5E6A0))]),
        sound: bars([bar(0, length: 20, to: 2, fill: a)])
      ),
      LintProof(rule: FewColorsRule(), broken: rainbow(of: 13), sound: rainbow(of: 6)),
      LintProof(
        rule: DivergingMiddleRule(),
        broken: bars([bar(0, length: 20, to: -1, fill: style.theme.diverging[9])]),
        sound: bars([bar(0, length: 20, to: -1, fill: style.theme.diverging[1])])
      ),
      LintProof(
        rule: UnassignedRule(),
        broken: unassigned(fill: a, text: "Others"),
        sound: unassigned(fill: style.theme.noise.fill, text: "Unassigned")
      ),
      LintProof(rule: NeighborGapRule(), broken: strip(gap: 0), sound: strip(gap: 0.75)),
      LintProof(rule: DensityRule(), broken: cloud(of: 5_001), sound: cloud(of: 800)),
    ]
  }

  private func known(_ book: LintedBook) -> LintedBook {
    var book = book
    book.segments = segments
    return book
  }

  private func pair(_ texts: [String]) -> LintedBook {
    let pieces = [0, 1].map { index in
      let look = style.theme.segment(index)
      return bar(0, length: 20, to: 2, fill: look.fill, letter: look.letter)
    }
    return known(
      book {
        $0.add(chart([MarkFact(MarkFact.bar, pieces: pieces)]))
        for (index, words) in texts.enumerated() {
          $0.add(text(words, 4, 12 + 14 * Double(index)))
        }
      }
    )
  }

  private func rainbow(of count: Int) -> LintedBook {
    bars(
      (0..<count).map { index in
        bar(0, length: 20, to: 2, fill: Color(0xD00000 + UInt32(index * 16)), letter: "\(index)")
      }
    )
  }

  private func unassigned(fill: Color, text words: String) -> LintedBook {
    var book = book {
      $0.add(text(words))
      $0.add(
        chart([MarkFact(MarkFact.bar, pieces: [bar(0, length: 9, to: 2, fill: fill, letter: "–")])])
      )
    }
    book.noise = style.theme.noise
    return book
  }

  func strip(gap: Double, shares: [Double] = [0.4, 0.6]) -> LintedBook {
    var x = 0.0
    let pieces = shares.enumerated().map { index, share in
      let fill = style.theme.segment(index).fill
      defer { x += share * 180 }
      return bar(x, length: share * 180 - gap, to: share, fill: fill)
    }
    return book { $0.add(chart([MarkFact(MarkFact.slice, pieces: pieces)])) }
  }

  private func cloud(of count: Int) -> LintedBook {
    let points = (0..<count).map { Point(Double($0 % 90) * 2, Double($0 / 90)) }
    return book { $0.add(.dots(points, diameter: 2, color: style.theme.single)) }
  }
}
