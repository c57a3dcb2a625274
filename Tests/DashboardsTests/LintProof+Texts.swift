@testable import Dashboards
@testable import Plots

extension LintWorkshop {
  /// Points 1 to 10: texts and labels.
  var texts: [LintProof] {
    let calm = book { $0.add([text("One"), text("Two", 4, 40)]) }
    return [
      LintProof(
        rule: TextOverlapRule(),
        broken: book { $0.add([text("One"), text("Two", 8, 22)]) },
        sound: calm
      ),
      LintProof(
        rule: TextCutRule(),
        broken: book { $0.add(text("Far too long for its block", 150)) },
        sound: calm
      ),
      LintProof(
        rule: MissingGlyphRule(),
        broken: book { $0.add(text("\u{10FFFD}\u{10FFFE}")) },
        sound: book { $0.add(text("Ä Ж ש 客")) }
      ),
      LintProof(rule: SmallTextRule(), broken: book { $0.add(text("Tiny", size: 6)) }, sound: calm),
      LintProof(
        rule: UprightTextRule(),
        broken: files("<svg><text transform=\"rotate(-90)\">Orders</text></svg>"),
        sound: files("<svg><g transform=\"rotate(45)\"/><text x=\"1\">Orders</text></svg>")
      ),
      LintProof(
        rule: ShortenedTextRule(),
        broken: book { $0.add(shortened("Frequent visitors of the shop")) },
        sound: book {
          let name = "Frequent visitors of the shop"
          $0.add([shortened(name), text(name, 4, 60)])
        }
      ),
      LintProof(
        rule: TextContrastRule(),
        broken: book { $0.add(text("Pale", color: Color(0xB0B0B0))) },
        sound: calm
      ),
      spacing,
      LintProof(
        rule: PlainWordsRule(),
        broken: book { $0.add(text("{n} customers")) },
        sound: calm
      ),
      LintProof(
        rule: WidowRule(),
        broken: book(Self.figure("Sizes")) {
          $0.text("Sizes", at: Point(0, 10), style: style.type[.h2], color: ink)
        },
        sound: book(Self.figure("Sizes")) {
          $0.text("Sizes", at: Point(0, 10), style: style.type[.h2], color: ink)
          $0.add(text("615 customers", 0, 30))
        }
      ),
    ]
  }

  /// Texts measured by a font engine that rounds have whole widths; ours have not.
  private var spacing: LintProof {
    let words = (0..<12).map { text("Number \($0) of twelve", 4, 12 + 14 * Double($0)) }
    let sound = book { $0.add(words) }
    var broken = sound
    broken.pages[0].survey.texts = sound.pages[0].survey.texts.map { $0.rounded }
    return LintProof(rule: LetterSpacingRule(), broken: broken, sound: sound)
  }

  private func shortened(_ name: String) -> SceneItem {
    .text(TextRun(name, at: Point(4, 20), style: body, color: ink, maxWidth: 60))
  }

  func files(_ html: String) -> LintedBook {
    var book = book { $0.add(text("One")) }
    book.files = [Artifact(path: "dashboard.html", bytes: Array(html.utf8))]
    return book
  }
}

extension TextBox {
  /// The same text from an engine that rounds.
  fileprivate var rounded: TextBox {
    TextBox(
      text: text,
      whole: whole,
      rect: rect,
      limit: limit,
      style: style,
      color: color,
      backdrop: backdrop,
      role: role,
      figure: figure,
      advance: advance.rounded(),
      unknownGlyphs: unknownGlyphs
    )
  }
}
