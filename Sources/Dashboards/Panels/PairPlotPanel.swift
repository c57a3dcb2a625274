import Plots
import Segments

/// The most closely related pairs of measures, each as a small map of all customers.
struct PairPlotPanel: Panel {
  static let id = "pairs"
  private static let most = 9
  private static let across = 3
  private static let pitch = 178.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let pairs = reading.report.pairs.prefix(Self.most).compactMap { Pair($0, reading) }
    guard !pairs.isEmpty else { return .absent(reading.words("absent.pairs")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let gap = 16.0
    let across = min(Self.across, max(1, Int(subject.width / 140)))
    let width = (subject.width - gap * Double(across - 1)) / Double(across)
    for (index, pair) in pairs.enumerated() {
      let x = Double(index % across) * (width + gap)
      draw(pair, x, Double(index / across) * Self.pitch, width, reading, &drawing)
    }
    var bottom = Double((pairs.count + across - 1) / across) * Self.pitch - 8
    if reading.isSegmented { bottom = drawing.legend(reading.segments, 0, bottom) }
    var picture = Picture(plot: drawing.scene(height: bottom))
    describe(pairs, reading, &picture)
    return .picture(picture)
  }

  /// A grid with its measures.
  private struct Pair {
    let grid: SegmentReport.PairGrid
    let x: Measure
    let y: Measure
    let r: Double?

    init?(_ grid: SegmentReport.PairGrid, _ reading: Reading) {
      guard let x = reading.measure(grid.x), let y = reading.measure(grid.y),
        grid.xHigh > grid.xLow, grid.yHigh > grid.yLow, grid.columns > 0, grid.rows > 0
      else { return nil }
      (self.grid, self.x, self.y) = (grid, x, y)
      let matrix = reading.report.correlations.pearson
      let isKnown = matrix.indices.contains(x.place) && matrix[x.place].indices.contains(y.place)
      r = isKnown ? matrix[x.place][y.place] : nil
    }
  }

  private func draw(
    _ pair: Pair,
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let r = pair.r.map { "r = " + CorrelationPanel.text($0, reading) } ?? ""
    let room = width - reading.style.width(r, .axis) - 6
    let (up, across) = (
      title(pair.y, pair.grid.yScale, reading), title(pair.x, pair.grid.xScale, reading)
    )
    drawing.text(up, x, y + 8, .axis.color(drawing.theme.ink).within(room))
    drawing.text(r, x + width, y + 8, .axis.end)
    let looks = reading.isSegmented ? reading.looks : [:]
    let raster = MapRaster(grid: MapGrid(pair.grid), looks: looks, theme: drawing.theme)
    guard let image = raster.dominant() else { return }
    let (grid, style) = (pair.grid, reading.style.plot)
    let plot = Plot(
      x: axis(pair.x, grid.xLow...grid.xHigh, isLog: grid.xScale == "log"),
      y: axis(pair.y, grid.yLow...grid.yHigh, isLog: grid.yScale == "log"),
      marks: [RasterMark(image, x: grid.xLow...grid.xHigh, y: grid.yLow...grid.yHigh)],
      isFramed: true
    )
    drawing.place(plot.scene(size: Size(width, Self.pitch - 38), style: style), x, y + 11)
    drawing.text(
      across,
      x + width,
      y + Self.pitch - 18,
      .axis.end.color(drawing.theme.ink).within(width)
    )
  }

  private func title(_ measure: Measure, _ scale: String?, _ reading: Reading) -> String {
    scale == "log" ? reading.words("pairplot.log", ["measure": measure.label]) : measure.label
  }

  private func axis(_ measure: Measure, _ range: ClosedRange<Double>, isLog: Bool) -> Axis {
    guard isLog else { return .linear(format: measure.axisFormat, domain: range, hasGrid: false) }
    var axis = Axis.log("", format: measure.axisFormat, domain: range)
    axis.title = nil
    axis.hasGrid = false
    return axis
  }

  private func describe(_ pairs: [Pair], _ reading: Reading, _ picture: inout Picture) {
    let words = reading.words
    let format = reading.format
    picture.title = words("pairplot.title")
    picture.descriptor = words(
      "pairplot.block",
      ["n": format.integer(reading.report.customers)]
    )
    picture.notes = [words("pairplot.note")]
    let all = reading.report.pairs.count
    if all > pairs.count {
      picture.notes[0] +=
        " "
        + words("pairplot.more", ["n": format.integer(pairs.count), "all": format.integer(all)])
    }
    picture.summary = pairs.prefix(4).map { "\($0.x.label) – \($0.y.label)" }.joined(
      separator: "; "
    )
    picture.table = DataTable(
      [words("pairs.pair"), words("pairs.r")],
      pairs.map { pair in
        [
          words("pairs.names", ["one": pair.x.label, "other": pair.y.label]),
          pair.r.map { CorrelationPanel.text($0, reading) } ?? "–",
        ]
      }
    )
  }
}
