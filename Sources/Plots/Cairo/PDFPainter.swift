import CCairo

/// Turns scenes into one PDF file: text stays text, lines stay lines.
package struct PDFPainter: Sendable {
  /// What the document says about itself.
  package let document: PDFDocument

  /// A painter for a document.
  package init(_ document: PDFDocument) {
    self.document = document
  }

  /// The bytes of a PDF file; the same pages give the same bytes, whenever they are painted.
  ///
  /// Links to destinations that no page has are left out.
  package func paint(_ pages: [PDFPage], measure: TextMeasure) throws(PlotError) -> [UInt8] {
    guard let first = pages.first else { throw .noPages }
    let surface = try CairoSurface.pdf(first.scene.size)
    let canvas = try CairoCanvas(on: surface, measure: measure, purpose: .document)
    let names = pages.reduce(into: Set<String>()) { names, page in
      names.insert(page.name)
      names.formUnion(page.scene.destinations)
    }
    canvas.known = names
    canvas.awaited = names
    describe(surface)
    var parents = [Int32(CAIRO_PDF_OUTLINE_ROOT)]
    // No element around all pages: Cairo 1.16 stops the program on one that spans two.
    for page in pages {
      try draw(page, on: canvas, of: surface)
      outline(page, of: surface, known: names, parents: &parents)
      canvas.showPage()
      try canvas.check()
    }
    return PDFFinish(document: document, isStructured: true).finish(try surface.finished())
  }

  private func draw(
    _ page: PDFPage,
    on canvas: CairoCanvas,
    of surface: CairoSurface
  )
    throws(PlotError)
  {
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
  }

  private func describe(_ surface: CairoSurface) {
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

  private func outline(
    _ page: PDFPage,
    of surface: CairoSurface,
    known: Set<String>,
    parents: inout [Int32]
  ) {
    for entry in page.outline {
      let depth = min(entry.level, parents.count)
      parents.removeSubrange(depth...)
      let wanted = entry.destination ?? page.name
      let name = known.contains(wanted) ? wanted : page.name
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
