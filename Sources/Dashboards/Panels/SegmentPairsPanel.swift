import Plots
import Segments

/// One segment on the maps of the most closely related pairs of measures, over all others in grey.
struct SegmentPairsPanel: Panel {
  static let id = "segment_pairs"
  static let takesSegment = true
  private static let most = 3
  private static let height = 140.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first, !portrait.isHidden else {
      return .absent(reading.words("absent.no-segment"))
    }
    let pairs = reading.report.pairs.prefix(Self.most).compactMap { MeasurePlane($0, reading) }
    guard !pairs.isEmpty else { return .absent(reading.words("absent.pairs")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let gap = 16.0
    let width = (subject.width - gap * Double(Self.most - 1)) / Double(Self.most)
    for (index, pair) in pairs.enumerated() {
      let x = Double(index) * (width + gap)
      let raster = MapRaster(
        grid: MapGrid(pair.grid),
        looks: reading.looks,
        theme: drawing.theme
      )
      guard let image = raster.alone(portrait.id) else { continue }
      pair.draw(image, in: Rect(x: x, y: 0, width: width, height: Self.height), &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: Self.height))
    picture.title = reading.words("segment.pairs.title")
    picture.descriptor = reading.words("segment.pairs.desc", ["n": reading.cell(portrait.size)])
    picture.summary = pairs.map { "\($0.x.label) – \($0.y.label)" }.joined(separator: "; ")
    return .picture(picture)
  }
}
