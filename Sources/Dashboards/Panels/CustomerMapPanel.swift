import Plots
import Segments

/// All customers on the two directions in which they differ most.
struct CustomerMapPanel: Panel {
  static let id = "pca_scatter"
  /// From so many customers on dots would hide each other.
  static let mostDots = 5_000

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let map = reading.report.map, map.axes.count > 1,
      map.axes.prefix(2).allSatisfy({ $0.high > $0.low })
    else { return .absent(reading.words("absent.map")) }
    let names = MapWords(reading: reading)
    let centers = map.centers.compactMap { center -> CentersMark.Center? in
      guard let portrait = reading.segment(center.segment), !portrait.isHidden else { return nil }
      return .init(facts: center, look: portrait.look)
    }
    let looks = reading.isSegmented ? reading.looks : [:]
    let isRaster = reading.report.customers >= Self.mostDots
    var marks: [any Mark] = [CustomersMark(map: map, looks: looks, isRaster: isRaster)]
    if reading.isSegmented { marks.append(CentersMark(centers: centers)) }
    let plot = Plot(
      x: .linear(
        names.axisTitle(0, map),
        domain: map.axes[0].low...map.axes[0].high,
        hasGrid: false
      ),
      y: .linear(
        names.axisTitle(1, map),
        domain: map.axes[1].low...map.axes[1].high,
        hasGrid: false
      ),
      marks: marks,
      isFramed: true
    )
    // The same scale on both axes where that gives a sensible height.
    let share = (map.axes[1].high - map.axes[1].low) / (map.axes[0].high - map.axes[0].low)
    let plain = (subject.width - 24) * share
    let limit = max(150, subject.limit ?? .infinity)
    let least = min(min(max(plain, 190), 270) + 36, limit)
    let tallest = max(least, min(min(plain * 1.5, 400) + 36, limit))
    let isKeyed = reading.segments.count == 2
    let height = isKeyed ? least : subject.height(from: least, to: tallest)
    var drawing = Drawing(width: subject.width, style: reading.style)
    let size = Size(subject.width, height)
    drawing.place(plot.scene(size: size, style: reading.style.plot), 0, 0)
    // From three segments on the small maps below name them.
    let end = isKeyed ? drawing.legend(reading.segments, 0, height + 4) : height
    var picture = Picture(plot: drawing.scene(height: end))
    if !isKeyed { picture.tallest = tallest }
    describe(map, reading, &picture)
    return .picture(picture)
  }

  private func describe(
    _ map: SegmentReport.CustomerMap,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    let share = map.axes.prefix(2).map(\.variance).reduce(0, +)
    picture.title = words("map.block")
    picture.descriptor = words(
      "map.desc",
      [
        "n": reading.format.integer(reading.report.customers),
        "count": reading.words.small(map.features.count, reading.format),
        "share": reading.format.percent(share),
      ]
    )
    let isRaster = reading.report.customers >= Self.mostDots
    var note = words(isRaster ? "map.note.raster" : "map.note.dots")
    if reading.isSegmented, reading.segments.count <= 8 { note += " " + words("map.note.ellipse") }
    let beyond = map.axes.prefix(2).reduce(0) { $0 + $1.below + $1.above }
    if beyond > 0 { note += " " + words("map.beyond", ["customers": reading.customers(beyond)]) }
    picture.notes = [note]
    picture.summary = picture.descriptor
    picture.table = DataTable(
      [
        words("table.segment"), words("kpi.customers"),
        MapWords(reading: reading).axisTitle(0, map), MapWords(reading: reading).axisTitle(1, map),
      ],
      map.centers.compactMap { center in
        guard let portrait = reading.segment(center.segment), !portrait.isHidden else { return nil }
        return [
          portrait.letter + " " + portrait.name, reading.cell(portrait.size),
          reading.format.fixed(center.x, decimals: 2), reading.format.fixed(center.y, decimals: 2),
        ]
      }
    )
  }
}
