import Plots
import Segments

/// How one measure is spread within each segment, over the outline of all customers.
struct HistogramBySegmentPanel: Panel {
  static let id = "histogram_by_segment"
  static let takesMeasure = true

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    return subject.varying(in: reading) { outcome(of: $0, reading, subject) }
  }

  private func outcome(of measure: Measure, _ reading: Reading, _ subject: Subject) -> Outcome {
    let count = reading.segments.count
    let across = count <= 4 ? count : count == 5 || count > 8 ? 5 : 4
    var drawing = Drawing(width: subject.width, style: reading.style)
    let histogram = HistogramDrawing(measure: measure)
    let width = (subject.width - 12 * Double(across - 1)) / Double(across)
    let rows = Double((count + across - 1) / across)
    let least = (count <= 4 ? 52.0 : 44) + 13
    let tallest = rows * (least + 80) - 8
    let height = (subject.height(from: rows * (least + 20) - 8, to: tallest) + 8) / rows - 20
    for (index, portrait) in reading.segments.enumerated() {
      let (row, column) = (index / across, index % across)
      let cell = Rect(
        x: Double(column) * (width + 12),
        y: Double(row) * (height + 20),
        width: width,
        height: height + 12
      )
      draw(portrait, histogram, cell, &drawing, highest: histogram.highest(reading.shown))
    }
    var picture = Picture(plot: drawing.scene(height: rows * (height + 20) - 8))
    picture.tallest = tallest
    picture.title = title(measure, reading)
    picture.descriptor = reading.words("histogram.by.desc")
    picture.notes = [histogram.beyond(reading)].compactMap(\.self) + reading.missing(measure)
    picture.summary = reading.shown.compactMap { portrait in
      portrait.value(of: measure).map { "\(portrait.name): \(measure.text($0.median))" }
    }.joined(separator: "; ")
    picture.table = histogram.table(reading.segments, reading)
    return .picture(picture)
  }

  private func draw(
    _ portrait: Portrait,
    _ histogram: HistogramDrawing,
    _ cell: Rect,
    _ drawing: inout Drawing,
    highest: Double
  ) {
    let style = drawing.style
    let median = portrait.value(of: histogram.measure).map {
      style.words("median.short", ["value": histogram.measure.text($0.median)])
    }
    let room = median.map { style.width($0, .axis) + 6 } ?? 0
    drawing.name(portrait, cell.minX, cell.minY + 9, within: cell.width - room)
    if let median { drawing.text(median, cell.maxX, cell.minY + 9, .axis.end) }
    guard let shares = histogram.shares(of: portrait) else {
      let text = portrait.isHidden ? style.few : style.words("absent.values")
      drawing.paragraph(text, cell.minX, cell.midY + 8, .axis.within(cell.width))
      return
    }
    let plot = histogram.plot(of: shares, portrait.paint, highest: highest)
    let size = Size(cell.width, cell.height - 12)
    drawing.place(plot.scene(size: size, style: style.plot), cell.minX, cell.minY + 12)
  }

  private func title(_ measure: Measure, _ reading: Reading) -> String {
    let known = reading.shown.compactMap { portrait in
      portrait.value(of: measure).map { (portrait, $0.median) }
    }
    guard let high = known.max(by: { $0.1 < $1.1 }), let low = known.min(by: { $0.1 < $1.1 }),
      high.1 > low.1
    else { return reading.words("histogram.by.same", ["measure": measure.label]) }
    return reading.words(
      "histogram.by.title",
      [
        "measure": measure.label, "low": measure.text(low.1), "lowest": low.0.name,
        "high": measure.text(high.1), "highest": high.0.name,
      ]
    )
  }
}
