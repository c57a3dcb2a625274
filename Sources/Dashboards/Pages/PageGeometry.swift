import Plots

/// The measures of a kind of paper, in points.
struct PageGeometry {
  let size: Size
  let margin: Double
  let column: Double
  let headerBaseline: Double
  let headerRule: Double
  let titleBaseline: Double
  let bodyTop: Double
  let bodyBottom: Double
  let footerRule: Double
  let footerBaseline: Double
  let gutter: Double
  /// How much larger than laid out a page is printed; slides are read from afar.
  let scale: Double
  let rowGap: Double

  /// The width between the margins.
  var width: Double { size.width - 2 * margin }

  /// The width of some of the twelve columns.
  func width(of columns: Int) -> Double {
    Double(columns) * column + Double(columns - 1) * gutter
  }

  init(_ page: Presentation.Page) {
    switch page {
    case .a4: self.init(Size(595.276, 841.89), margin: 42.638, column: 31.5, foot: 802)
    case .letter: self.init(Size(612, 792), margin: 42, column: 33, foot: 752)
    case .slide: self.init(slide: Size(960, 540), margin: 36, column: 63)
    }
  }

  private init(_ size: Size, margin: Double, column: Double, foot: Double) {
    self.size = size
    self.margin = margin
    self.column = column
    gutter = 12
    rowGap = 22
    scale = 1
    headerBaseline = 36
    headerRule = 42
    titleBaseline = 92
    bodyTop = 124
    bodyBottom = foot - 14
    footerRule = foot
    footerBaseline = foot + 14
  }

  /// A slide: laid out smaller and printed larger, so that its letters are those of a slide.
  private init(slide size: Size, margin: Double, column: Double) {
    // 7 points become 9.1: nothing on a slide is smaller than 9.
    scale = 1.3
    self.size = Size(size.width / scale, size.height / scale)
    self.margin = margin / scale
    self.column = column / scale
    gutter = 12 / scale
    rowGap = 14
    // Wide pages have no height to give away.
    headerBaseline = 21
    headerRule = 26
    titleBaseline = 50
    bodyTop = 78
    bodyBottom = 380
    footerRule = 390
    footerBaseline = 402
  }
}
