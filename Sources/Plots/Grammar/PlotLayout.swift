/// Where the parts of one chart lie, computed before anything is drawn.
///
/// The left side depends on the labels of the vertical axis, they on its height, and that on the
/// rows above and below; so the ticks of the vertical axis are chosen once with a height that
/// assumes all rows, and kept.
struct PlotLayout {
  let plot: Plot
  let frame: PlotFrame
  let xTicks: [AxisTick]
  let yTicks: [AxisTick]
  let bandLabelWidth: Double
  /// The baselines of the row of titles and the row of headings above the area; nil if not needed.
  let titleBaseline: Double?
  let headingBaseline: Double?
  let headings: [(text: String, x: Double)]

  /// A layout; nil when the marks have no values along one of the axes.
  init?(_ plot: Plot, size: Size, top: Double, style: PlotStyle) {
    let extents = plot.marks.map(\.extent)
    guard let xRange = plot.x.range(of: extents.map(\.x)),
      let yRange = plot.y.range(of: extents.map(\.y))
    else { return nil }
    self.plot = plot
    let font = style.type[.axis]
    let row = font.leading + 3
    let margins = plot.marks.reduce(Insets()) { $0.union($1.margins(style)) }
    let bottom = max(
      plot.x.footRows(style) * font.leading + (plot.x.footRows(style) > 0 ? 4 : 0),
      margins.bottom,
      plot.y.isValues ? font.size * 0.4 : 0
    )
    let provisional = max(10, size.height - top - bottom - 2 * row)
    let (yScaleRange, yTicks) = plot.y.ticks(
      over: yRange,
      length: provisional,
      spacing: 26,
      style: style
    )
    self.yTicks = yTicks
    bandLabelWidth = plot.y.bandLabelWidth(in: size.width, style: style)
    let widest = yTicks.map { style.measure.width($0.label, style: font) }.max() ?? 0
    let left = max(bandLabelWidth, widest > 0 ? widest + 5 : 0, margins.left)
    // Long texts beside marks are shortened before they leave the marks no room.
    let right = max(min(margins.right, size.width * 0.4), plot.y.trailingWidth(style))
    let minX = min(left, size.width * 0.7)
    let maxX = max(size.width - right, minX + 1)
    let (xScaleRange, xTicks) = plot.x.ticks(
      over: xRange,
      length: maxX - minX,
      spacing: 60,
      style: style
    )
    self.xTicks = xTicks
    let x = PlotScale(
      plot.x.scaleKind,
      low: xScaleRange.lowerBound,
      high: xScaleRange.upperBound,
      start: minX,
      end: maxX
    )

    let head = PlotHead(plot, x: x, size: size, top: top, left: minX, style: style)
    titleBaseline = head.titleBaseline
    headingBaseline = head.headingBaseline
    headings = head.headings
    // Half a tick label stands above the area.
    let overhang = yTicks.isEmpty ? 0 : font.size * 0.4
    let minY = max(head.bottom + overhang, top + margins.top)
    let maxY = max(size.height - bottom, minY + 1)
    let upward = if case .band = plot.y.kind { false } else { true }
    let y = PlotScale(
      plot.y.scaleKind,
      low: yScaleRange.lowerBound,
      high: yScaleRange.upperBound,
      start: upward ? maxY : minY,
      end: upward ? minY : maxY
    )
    frame = PlotFrame(
      area: Rect(x: minX, y: minY, width: maxX - minX, height: maxY - minY),
      x: x,
      y: y,
      style: style,
      size: size
    )
  }
}
