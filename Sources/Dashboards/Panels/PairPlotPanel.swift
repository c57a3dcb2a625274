import Plots
import Segments

/// The most closely related pairs of measures, each as a small map of all customers.
struct PairPlotPanel: Panel {
  static let id = "pairs"
  private static let most = 9
  private static let across = 3
  private static let pitches = (least: 178.0, most: 232.0)

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    // Where a page is low, maps are lower and fewer of them stand in wider rows.
    let isLow = subject.limit.map { $0 < 2 * Self.pitches.least } ?? false
    let pitches = isLow ? (least: 118.0, most: 150.0) : Self.pitches
    let most = isLow ? 8 : Self.most
    let pairs = reading.report.pairs.prefix(most).compactMap { MeasurePlane($0, reading) }
    guard !pairs.isEmpty else { return .absent(reading.words("absent.pairs")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let gap = 16.0
    let across = isLow ? 4 : min(Self.across, max(1, Int(subject.width / 140)))
    let width = (subject.width - gap * Double(across - 1)) / Double(across)
    let rows = Double((pairs.count + across - 1) / across)
    var foot = 0.0
    if reading.isSegmented {
      // The legend is drawn twice: its height decides how much is left for the maps.
      var legend = Drawing(width: subject.width, style: reading.style)
      foot = legend.legend(reading.segments, 0, 0)
    }
    let tallest = rows * pitches.most - 8 + foot
    let height = subject.height(from: rows * pitches.least - 8 + foot, to: tallest)
    let pitch = (height - foot + 8) / rows
    for (index, pair) in pairs.enumerated() {
      let x = Double(index % across) * (width + gap)
      let y = Double(index / across) * pitch
      let place = Rect(x: x, y: y, width: width, height: pitch - 8)
      draw(pair, place, reading, &drawing)
    }
    if reading.isSegmented { _ = drawing.legend(reading.segments, 0, height - foot) }
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = tallest
    describe(pairs, reading, &picture)
    return .picture(picture)
  }

  private func draw(
    _ pair: MeasurePlane,
    _ place: Rect,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let looks = reading.isSegmented ? reading.looks : [:]
    let raster = MapRaster(grid: MapGrid(pair.grid), looks: looks, theme: drawing.theme)
    guard let image = raster.dominant() else { return }
    let r = pair.r.map { "r = " + CorrelationText.signed($0, reading) } ?? ""
    pair.draw(image, in: place, &drawing, note: r)
  }

  private func describe(_ pairs: [MeasurePlane], _ reading: Reading, _ picture: inout Picture) {
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
          pair.r.map { CorrelationText.signed($0, reading) } ?? "–",
        ]
      }
    )
  }
}
