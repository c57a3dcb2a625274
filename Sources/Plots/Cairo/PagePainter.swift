/// Paints the pages of a document, each into a PDF and as a PNG file of its own, or only one of these.
package struct PagePainter: Sendable {
  /// What the PDF says about itself; nil for none.
  package let document: PDFDocument?
  /// How PNG files are painted; nil for none.
  package let pictures: PNGPainter?

  /// A painter for a document, for pictures, or for both.
  package init(document: PDFDocument?, pictures: PNGPainter?) {
    self.document = document
    self.pictures = pictures
  }

  /// The bytes of the PDF, and of a PNG file for each page, the same as if each had been painted alone.
  ///
  /// - Parameter companion: Packs the dots of a page while the next is painted.
  package func paint(
    _ pages: [PDFPage],
    measure: TextMeasure,
    with companion: Companion<Result<[UInt8], PlotError>>
  ) throws(PlotError) -> (pdf: [UInt8]?, pictures: [[UInt8]]) {
    var writer: PDFWriter?
    if let document { writer = try PDFWriter(document, of: pages, measure: measure) }
    var press = pictures.map { PNGPress($0, with: companion) }
    for page in pages {
      try press?.add(page.scene, measure: measure)
      try writer?.add(page)
    }
    let pdf = try writer?.finished()
    var files: [[UInt8]] = []
    for piece in press?.pieces ?? [] { files.append(try companion.value(of: piece).get()) }
    return (pdf, files)
  }
}
