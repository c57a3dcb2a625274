import Plots
import Segments

/// A pair of measures with the grid of customers between them.
struct MeasurePlane {
  let grid: SegmentReport.PairGrid
  let x: Measure
  let y: Measure
  let r: Double?

  /// The plane of a grid; nil where one of its measures is not shown or has one value only.
  init?(_ grid: SegmentReport.PairGrid, _ reading: Reading) {
    guard let x = reading.measure(grid.x), let y = reading.measure(grid.y),
      grid.xHigh > grid.xLow, grid.yHigh > grid.yLow, grid.columns > 0, grid.rows > 0
    else { return nil }
    (self.grid, self.x, self.y) = (grid, x, y)
    let matrix = reading.report.correlations.pearson
    let isKnown = matrix.indices.contains(x.place) && matrix[x.place].indices.contains(y.place)
    r = isKnown ? matrix[x.place][y.place] : nil
  }

  /// A picture of the grid with both axes and their names; `note` stands at the upper right.
  func draw(_ image: Raster, in rect: Rect, _ drawing: inout Drawing, note: String = "") {
    let style = drawing.style
    let room = rect.width - style.width(note, .axis) - 6
    let ink = Lettering.axis.color(drawing.theme.ink)
    drawing.text(title(y, grid.yScale, style), rect.minX, rect.minY + 8, ink.within(room))
    drawing.text(note, rect.maxX, rect.minY + 8, .axis.end)
    let plot = plot(image)
    let size = Size(rect.width, rect.height - 30)
    drawing.place(plot.scene(size: size, style: style.plot), rect.minX, rect.minY + 11)
    drawing.text(
      title(x, grid.xScale, style),
      rect.maxX,
      rect.maxY - 10,
      ink.end.within(rect.width)
    )
  }

  /// A picture of the grid between both axes, without their names.
  func plot(_ image: Raster) -> Plot {
    Plot(
      x: axis(x, grid.xLow...grid.xHigh, isLog: grid.xScale == "log"),
      y: axis(y, grid.yLow...grid.yHigh, isLog: grid.yScale == "log"),
      marks: [RasterMark(image, x: grid.xLow...grid.xHigh, y: grid.yLow...grid.yHigh)],
      isFramed: true
    )
  }

  /// The names of both axes, which say where a scale is one of equal ratios.
  func titles(_ style: Style) -> (x: String, y: String) {
    (title(x, grid.xScale, style), title(y, grid.yScale, style))
  }

  private func title(_ measure: Measure, _ scale: String?, _ style: Style) -> String {
    scale == "log" ? style.words("pairplot.log", ["measure": measure.label]) : measure.label
  }

  private func axis(_ measure: Measure, _ range: ClosedRange<Double>, isLog: Bool) -> Axis {
    guard isLog else { return .linear(format: measure.axisFormat, domain: range, hasGrid: false) }
    var axis = Axis.log("", format: measure.axisFormat, domain: range)
    axis.title = nil
    axis.hasGrid = false
    return axis
  }
}
