import Plots
import Segments

/// How many customers each segment has.
struct SegmentSizePanel: Panel {
  static let id = "segment_size"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    let noise = reading.report.noise.size > 0
    let rows = Double(reading.segments.count + (noise ? 1 : 0))
    let layout = Layout(reading, width: subject.width)
    let tallest = (layout.isStacked ? 44 : 36) * rows
    let pitch = subject.height(from: layout.least * rows, to: tallest) / rows
    var drawing = Drawing(width: subject.width, style: reading.style)
    for (index, portrait) in reading.segments.enumerated() {
      let row = Rect(x: 0, y: pitch * Double(index), width: subject.width, height: pitch)
      drawing.name(portrait, 0, layout.baseline(in: row), within: layout.name)
      let bar = layout.bar(portrait.size, in: row)
      drawing.bar(bar, Double(portrait.size), .full(portrait))
      drawing.text(text(of: portrait, reading), bar.maxX + 5, bar.midY + 2.7, .data)
    }
    let bottom = pitch * rows
    if noise {
      let row = Rect(x: 0, y: bottom - pitch, width: subject.width, height: pitch)
      unassigned(reading, layout, row, &drawing)
    }
    drawing.baseline(Point(layout.left, 0), Point(layout.left, bottom - 2))
    var picture = Picture(plot: drawing.scene(height: bottom))
    picture.tallest = tallest
    describe(reading, &picture)
    return .picture(picture)
  }

  /// Names beside their bars or, where bars would be short, above them.
  private struct Layout {
    let isStacked: Bool
    /// Where bars begin.
    let left: Double
    /// How wide a name may be.
    let name: Double
    /// The lowest a row may be.
    let least: Double
    private let scale: Double

    init(_ reading: Reading, width: Double) {
      let numbers = 66.0
      let beside = reading.style.room(for: reading.segments, atMost: width * 0.56)
      isStacked = width - beside - numbers < 0.35 * width && reading.segments.count <= 8
      left = isStacked ? 0 : beside
      name = isStacked ? width : beside - 8
      let largest = max(reading.segments.map(\.size).max() ?? 1, reading.report.noise.size, 1)
      scale = (width - left - numbers) / Double(largest)
      least = isStacked ? 30 : reading.segments.count <= 8 ? 22 : 18
    }

    func baseline(in row: Rect) -> Double { isStacked ? row.minY + 9 : row.midY + 2.8 }

    func bar(_ size: Int, in row: Rect) -> Rect {
      let top = isStacked ? 13.0 : 3
      return Rect(
        x: left,
        y: row.minY + top,
        width: Double(size) * scale,
        height: row.height - top - 5
      )
    }
  }

  private func text(of portrait: Portrait, _ reading: Reading) -> String {
    guard !portrait.isHidden else { return reading.cell(portrait.size) }
    let (size, share) = (portrait.size, portrait.facts.share)
    return reading.words(
      "size.share",
      ["n": reading.format.integer(size), "share": reading.format.percent(share)]
    )
  }

  private func unassigned(
    _ reading: Reading,
    _ layout: Layout,
    _ row: Rect,
    _ drawing: inout Drawing
  ) {
    let noise = reading.report.noise
    let lettering = Lettering.data.color(drawing.theme.noise.text)
    let baseline = layout.baseline(in: row)
    drawing.text(reading.words("unassigned"), 15.5, baseline, lettering.within(layout.name - 15.5))
    let bar = layout.bar(noise.size, in: row)
    drawing.add(.rectangle(bar, fill: drawing.theme.noise.area))
    let values = ["n": reading.cell(noise.size), "share": reading.format.percent(noise.share)]
    drawing.text(reading.words("size.share", values), bar.maxX + 5, bar.midY + 2.7, .data)
  }

  private func describe(_ reading: Reading, _ picture: inout Picture) {
    let words = reading.words
    let sizes = reading.segments.map { Double($0.size) }
    if let most = sizes.max(), let least = sizes.min(), most <= least * 1.05 {
      picture.title = words("size.title.even")
    } else if let largest = reading.segments.max(by: { $0.size < $1.size }) {
      picture.title = words("size.title", ["segment": largest.name])
    }
    picture.descriptor = words(
      "size.desc",
      ["n": reading.format.integer(reading.report.customers)]
    )
    picture.summary = reading.segments.map { "\($0.name): \(reading.size(of: $0))" }
      .joined(separator: "; ")
    picture.table = DataTable(
      [words("table.segment"), words("kpi.customers"), words("table.share")],
      reading.segments.map {
        [
          $0.letter + " " + $0.name, reading.cell($0.size),
          $0.isHidden ? "–" : reading.format.percent($0.facts.share),
        ]
      }
    )
  }
}
