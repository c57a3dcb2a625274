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
    let writer = try PDFWriter(document, of: pages, measure: measure)
    for page in pages { try writer.add(page) }
    return try writer.finished()
  }
}
