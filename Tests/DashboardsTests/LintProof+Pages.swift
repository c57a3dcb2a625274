import Plots

@testable import Dashboards

extension LintWorkshop {
  /// Points 35 to 40: pages and files.
  var pages: [LintProof] {
    let calm = book { $0.add([text("One"), chart()]) }
    return [
      LintProof(
        rule: OneMessageRule(),
        broken: LintedBook(pages: calm.pages + calm.pages),
        sound: calm
      ),
      LintProof(rule: GridRule(), broken: moved(calm, by: 7), sound: calm),
      LintProof(rule: EmptyBlockRule(), broken: book { _ in }, sound: calm),
      LintProof(rule: PageFrameRule(), broken: framed("Page 1 of 9"), sound: framed("A message")),
      LintProof(rule: PDFRule(), broken: pdf("%PDF-1.5\n%%EOF\n"), sound: pdf(Self.goodPDF)),
      LintProof(rule: FileRule(), broken: drawn("a", "b"), sound: drawn("a", "a")),
    ]
  }

  private func moved(_ book: LintedBook, by x: Double) -> LintedBook {
    var book = book
    book.pages[0].figures[0].rect = book.pages[0].figures[0].rect.moved(by: Point(x, 0))
    return book
  }

  private func framed(_ words: String) -> LintedBook {
    var book = book { $0.add(text("One")) }
    book.pages[0].frame = [words]
    return book
  }

  private func pdf(_ text: String) -> LintedBook {
    var book = book { $0.add(self.text("One")) }
    book.files = [Artifact(path: "dashboard.pdf", bytes: Array(text.utf8))]
    return book
  }

  private func drawn(_ one: String, _ other: String) -> LintedBook {
    var book = book { $0.add(text("One")) }
    book.files = [Artifact(path: "dashboard.pdf", bytes: Array(one.utf8))]
    book.redrawn = [Artifact(path: "dashboard.pdf", bytes: Array(other.utf8))]
    return book
  }

  private static let goodPDF = """
    %PDF-1.5
    << /Type /Catalog /Outlines 2 0 R /Lang (en) >>
    << /Type /Page >>
    << /Title (Sample) >>
    << /Type /FontDescriptor /FontFile3 4 0 R >>
    << /ToUnicode 5 0 R >>
    %%EOF

    """
}
