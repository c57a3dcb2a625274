import CCairo

/// Writes one PDF file page by page.
///
/// A class, because it owns what Cairo writes to. Not for use by two tasks at once.
final class PDFWriter {
  private let document: PDFDocument
  private let surface: CairoSurface
  private let canvas: CairoCanvas
  private let names: Set<String>
  private var parents = [Int32(CAIRO_PDF_OUTLINE_ROOT)]

  /// Begins a document.
  ///
  /// - Parameter pages: All pages that will be added: links may lead to any of them.
  init(_ document: PDFDocument, of pages: [PDFPage], measure: TextMeasure) throws(PlotError) {
    guard let first = pages.first else { throw .noPages }
    self.document = document
    surface = try CairoSurface.pdf(first.scene.size)
    canvas = try CairoCanvas(on: surface, measure: measure, purpose: .document)
    names = pages.reduce(into: Set<String>()) { names, page in
      names.insert(page.name)
      names.formUnion(page.scene.destinations)
    }
    canvas.known = names
    canvas.awaited = names
    describe()
  }

  /// Draws the next page.
  func add(_ page: PDFPage) throws(PlotError) {
    // No element around all pages: Cairo 1.16 stops the program on one that spans two.
    unsafe cairo_pdf_surface_set_size(
      surface.pointer,
      page.scene.size.width,
      page.scene.size.height
    )
    if let label = page.label {
      unsafe cairo_pdf_surface_set_page_label(surface.pointer, label)
    }
    try canvas.draw(page.scene)
    canvas.destination(page.name, at: .zero)
    outline(page)
    canvas.showPage()
    try canvas.check()
  }

  /// The bytes of the file, when all pages were added.
  func finished() throws(PlotError) -> [UInt8] {
    // Files of fonts are opened once more, to be embedded.
    canvas.measure.withLetters { _ in surface.finish() }
    return PDFFinish(document: document, isStructured: true).finish(try surface.written())
  }

  private func describe() {
    unsafe cairo_pdf_surface_set_metadata(
      surface.pointer,
      CAIRO_PDF_METADATA_TITLE,
      document.title
    )
    if let author = document.author {
      unsafe cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_AUTHOR, author)
    }
    if let subject = document.subject {
      unsafe cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_SUBJECT, subject)
    }
    // Cairo would write the time of day; a date it was given can be mended or removed afterwards.
    let stamp = (document.day?.iso ?? "2000-01-01") + "T00:00:00+00:00"
    unsafe cairo_pdf_surface_set_metadata(
      surface.pointer,
      CAIRO_PDF_METADATA_CREATE_DATE,
      stamp
    )
    unsafe cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_MOD_DATE, stamp)
  }

  private func outline(_ page: PDFPage) {
    for entry in page.outline {
      let depth = min(entry.level, parents.count)
      parents.removeSubrange(depth...)
      let wanted = entry.destination ?? page.name
      let name = names.contains(wanted) ? wanted : page.name
      let made = unsafe cairo_pdf_surface_add_outline(
        surface.pointer,
        parents[depth - 1],
        entry.title,
        "dest='\(name)'",
        CAIRO_PDF_OUTLINE_FLAG_OPEN
      )
      parents.append(made)
    }
  }
}
