import Plots
import Segments

/// How one measure is spread within one segment: bars over the outline of all, and a box below.
struct SegmentMeasurePanel: Panel {
  static let id = "segment_measure"
  static let takesMeasure = true
  static let takesSegment = true
  private static let heights = (least: 66.0, most: 150.0)
  private static let strip = 16.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first, !portrait.isHidden else {
      return .absent(reading.words("absent.no-segment"))
    }
    return subject.varying(in: reading) { outcome(of: $0, portrait, reading, subject) }
  }

  private func outcome(
    of measure: Measure,
    _ portrait: Portrait,
    _ reading: Reading,
    _ subject: Subject
  ) -> Outcome {
    let histogram = HistogramDrawing(measure: measure)
    guard let shares = histogram.shares(of: portrait), let value = portrait.value(of: measure)
    else { return .absent(reading.words("absent.values")) }
    let highest = max(shares.max() ?? 0, histogram.all.max() ?? 0)
    var drawing = Drawing(width: subject.width, style: reading.style)
    let plot = histogram.plot(of: shares, portrait.paint, highest: highest)
    let tallest = Self.heights.most + Self.strip
    let total = subject.height(from: Self.heights.least + Self.strip, to: tallest)
    let size = Size(subject.width, total - Self.strip)
    drawing.place(plot.scene(size: size, style: reading.style.plot), 0, 0)
    if let area = plot.area(size: size, style: reading.style.plot) {
      let strip = Rect(x: area.minX, y: size.height, width: area.width, height: Self.strip)
      box(value.box, of: portrait, histogram, strip, &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: total))
    picture.tallest = tallest
    describe(measure, value, portrait, histogram, reading, &picture)
    return .picture(picture)
  }

  /// The box below the bars, on their axis; what lies outside of it is drawn at its ends.
  private func box(
    _ box: SegmentReport.Box,
    of portrait: Portrait,
    _ histogram: HistogramDrawing,
    _ strip: Rect,
    _ drawing: inout Drawing
  ) {
    let scale = PlotScale(
      histogram.isLog ? .log : .linear,
      low: histogram.range.lowerBound,
      high: histogram.range.upperBound,
      start: strip.minX,
      end: strip.maxX
    )
    let x = scale.clampedPosition
    let (look, middle) = (portrait.look, strip.midY + 1)
    let line = Stroke(look.fill, width: 1)
    drawing.line(Point(x(box.low), middle), Point(x(box.q25), middle), line)
    drawing.line(Point(x(box.q75), middle), Point(x(box.high), middle), line)
    let body = Rect(from: Point(x(box.q25), middle - 4.5), to: Point(x(box.q75), middle + 4.5))
    drawing.add(.rectangle(body, fill: .color(look.tint), stroke: line))
    drawing.line(
      Point(x(box.median), middle - 4.5),
      Point(x(box.median), middle + 4.5),
      Stroke(look.text, width: 2)
    )
  }

  private func describe(
    _ measure: Measure,
    _ value: SegmentReport.SegmentFeature,
    _ portrait: Portrait,
    _ histogram: HistogramDrawing,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    picture.title = measure.label
    picture.descriptor = words("segment.measure.desc", ["n": reading.cell(value.n)])
    picture.notes = [histogram.beyond(reading)].compactMap(\.self)
    let missing = portrait.size - value.n
    if missing > 0 {
      picture.notes.append(words("table.missing") + ": " + reading.cell(missing))
    }
    picture.summary = "\(measure.label): \(measure.text(value.median))"
    picture.table = DataTable(
      ["min", "q25", "median", "q75", "max"].map { words("table." + $0) },
      [[value.min, value.q25, value.median, value.q75, value.max].map(measure.text)]
    )
  }
}
