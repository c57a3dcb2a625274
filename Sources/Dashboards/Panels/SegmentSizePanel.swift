import Plots
import Segments

/// How many customers each segment has.
struct SegmentSizePanel: Panel {
  static let id = "segment_size"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let rows = reading.segments.count + (reading.report.noise.size > 0 ? 1 : 0)
    let (least, tallest) = (reading.segments.count <= 8 ? 22.0 : 18, 36 * Double(rows))
    let pitch = subject.height(from: least * Double(rows), to: tallest) / Double(rows)
    let left = reading.style.room(
      for: reading.segments,
      atMost: subject.width * 0.56
    )
    let bottom = pitch * Double(rows)
    let largest = max(reading.segments.map(\.size).max() ?? 1, reading.report.noise.size, 1)
    let scale = (subject.width - left - 66) / Double(largest)
    for (index, portrait) in reading.segments.enumerated() {
      let y = pitch * Double(index)
      drawing.name(portrait, 0, y + pitch / 2 + 2.8, within: left - 8)
      let bar = Rect(x: left, y: y + 3, width: Double(portrait.size) * scale, height: pitch - 8)
      drawing.bar(bar, Double(portrait.size), .full(portrait))
      let text =
        portrait.isHidden
        ? reading.cell(portrait.size)
        : reading.words(
          "size.share",
          [
            "n": reading.format.integer(portrait.size),
            "share": reading.format.percent(portrait.facts.share),
          ]
        )
      drawing.text(text, bar.maxX + 5, bar.midY + 2.7, .data)
    }
    if reading.report.noise.size > 0 {
      noise(reading, scale, Rect(x: left, y: bottom - pitch, width: 0, height: pitch), &drawing)
    }
    drawing.baseline(Point(left, 0), Point(left, bottom - 2))
    var picture = Picture(plot: drawing.scene(height: bottom))
    picture.tallest = tallest
    describe(reading, &picture)
    return .picture(picture)
  }

  private func noise(
    _ reading: Reading,
    _ scale: Double,
    _ row: Rect,
    _ drawing: inout Drawing
  ) {
    let noise = reading.report.noise
    drawing.text(
      reading.words("unassigned"),
      15.5,
      row.midY + 2.8,
      .data.color(drawing.theme.noise.text).within(row.minX - 20)
    )
    let bar = Rect(
      x: row.minX,
      y: row.minY + 3,
      width: Double(noise.size) * scale,
      height: row.height - 8
    )
    drawing.add(.rectangle(bar, fill: drawing.theme.noise.area))
    drawing.text(
      reading.words(
        "size.share",
        ["n": reading.cell(noise.size), "share": reading.format.percent(noise.share)]
      ),
      bar.maxX + 5,
      bar.midY + 2.7,
      .data
    )
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
