import Plots

/// The PDF has its title, outline, embedded fonts and searchable text, and no pictures but rasters.
struct PDFRule: LintRule {
  let point = 39
  let name = "pdf"

  func faults(in book: LintedBook) -> [LintFault] {
    book.files.filter { $0.path.hasSuffix(".pdf") }.flatMap { file in
      problems(PDFObjects(file.bytes), book).map { fault(file.path, $0) }
    }
  }

  private func problems(_ pdf: PDFObjects, _ book: LintedBook) -> [String] {
    guard pdf.isWhole else { return ["this is no whole PDF file"] }
    var problems: [String] = []
    func need(_ isMet: Bool, _ words: String) { if !isMet { problems.append(words) } }
    need(pdf.pages == book.pages.count, "it has \(pdf.pages) pages, not \(book.pages.count)")
    need(pdf.has("/Title"), "it has no title")
    need(pdf.has("/Outlines"), "it has no outline")
    need(pdf.has("/Lang"), "it does not say its language")
    need(pdf.fonts > 0 && pdf.embedded >= pdf.fonts, "a font is not embedded as a subset")
    need(pdf.fonts == 0 || pdf.has("/ToUnicode"), "its text cannot be searched")
    let rasters = book.pages.flatMap(\.survey.shapes).count { $0.kind == .image }
    need(pdf.images <= rasters, "it has \(pdf.images) pictures where \(rasters) rasters were drawn")
    return problems
  }
}
