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
  let gutter = 12.0
  let rowGap = 22.0

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
    case .slide: self.init(Size(960, 540), margin: 36, column: 63, foot: 508)
    }
  }

  private init(_ size: Size, margin: Double, column: Double, foot: Double) {
    // Wide pages have no height to give away at the top.
    let lift = size.height < 600 ? 22.0 : 0
    self.size = size
    self.margin = margin
    self.column = column
    headerBaseline = 36 - lift / 2
    headerRule = 42 - lift / 2
    titleBaseline = 92 - lift
    bodyTop = 124 - lift
    bodyBottom = foot - 14
    footerRule = foot
    footerBaseline = foot + 14
  }
}
