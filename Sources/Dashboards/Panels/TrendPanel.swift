import Plots
import Segments

/// How many customers each segment had in every run.
struct TrendPanel: Panel {
  static let id = "trend"
  /// With more lines names at their ends would not find room.
  private static let mostLines = 8

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let trend = reading.report.trend, trend.runs.count > 1, !trend.segments.isEmpty,
      trend.segments.allSatisfy({ $0.sizes.count == trend.runs.count })
    else { return .absent("") }
    let places = self.places(of: trend.runs)
    var picture =
      trend.segments.count <= Self.mostLines
      ? Picture(plot: together(trend, places, subject.width, reading))
      : Picture(plot: apart(trend, places, subject.width, reading))
    describe(trend, reading, &picture)
    return .picture(picture)
  }

  /// Where the runs stand: at their days, or one after the other where days are unknown or repeat.
  private func places(of runs: [SegmentReport.Trend.Point]) -> (values: [Double], isDated: Bool) {
    let days = runs.compactMap { $0.asOf.flatMap(Day.init(iso:))?.number }
    let isRising = zip(days, days.dropFirst()).allSatisfy(<)
    guard days.count == runs.count, isRising else {
      return (runs.indices.map { Double($0 + 1) }, false)
    }
    return (days.map(Double.init), true)
  }

  private func axis(_ places: (values: [Double], isDated: Bool), _ reading: Reading) -> Axis {
    let range = (places.values.first ?? 0)...(places.values.last ?? 1)
    guard !places.isDated else { return .time(domain: range) }
    let step = max(1, (places.values.count + 11) / 12)
    let ticks = stride(from: 0, to: places.values.count, by: step).map { places.values[$0] }
    return .linear(reading.words("trend.run"), domain: range, marking: .at(ticks), hasGrid: false)
  }

  private func line(
    _ segment: SegmentReport.Trend.Line,
    _ values: [Double],
    _ paint: Paint? = nil
  )
    -> LineMark
  {
    LineMark(
      zip(values, segment.sizes).map { ($0, $1.map(Double.init) ?? .nan) },
      paint: paint ?? Portrait.paint(ofLetter: segment.letter, id: segment.id),
      dots: paint == nil && values.count < 12 ? .all : .none,
      width: paint == nil ? 1.5 : 0.75
    )
  }

  private func together(
    _ trend: SegmentReport.Trend,
    _ places: (values: [Double], isDated: Bool),
    _ width: Double,
    _ reading: Reading
  ) -> Scene {
    var marks: [any Mark] = trend.segments.map { line($0, places.values) }
    marks.append(
      EndLabelMark(
        trend.segments.compactMap { segment in
          // A segment that ended has no place at the end; its row is in the table.
          guard let last = segment.sizes.last.flatMap(\.self) else { return nil }
          return .init(
            y: Double(last),
            text: segment.letter + " " + reading.name(segment.id, inReport: segment.name),
            paint: Portrait.paint(ofLetter: segment.letter, id: segment.id)
          )
        },
        maxWidth: 150
      )
    )
    let plot = Plot(
      x: axis(places, reading),
      y: .linear(reading.words("trend.axis"), includesZero: true, cover: .whole),
      marks: marks
    )
    return plot.scene(size: Size(width, 190), style: reading.style.plot)
  }

  private func apart(
    _ trend: SegmentReport.Trend,
    _ places: (values: [Double], isDated: Bool),
    _ width: Double,
    _ reading: Reading
  ) -> Scene {
    let (across, gap) = (5, 12.0)
    let side = (width - gap * Double(across - 1)) / Double(across)
    let most = trend.segments.flatMap { $0.sizes.compactMap(\.self) }.max() ?? 1
    var drawing = Drawing(width: width, style: reading.style)
    for (index, segment) in trend.segments.enumerated() {
      let x = Double(index % across) * (side + gap)
      let y = Double(index / across) * 74
      let others = trend.segments.filter { $0.id != segment.id }.map {
        line($0, places.values, .other) as any Mark
      }
      let plot = Plot(
        x: .hidden(domain: (places.values.first ?? 0)...(places.values.last ?? 1)),
        y: .hidden(domain: 0...Double(max(1, most))),
        marks: others + [line(segment, places.values)]
      )
      drawing.place(plot.scene(size: Size(side, 52), style: reading.style.plot), x, y + 12)
      let paint = Portrait.paint(ofLetter: segment.letter, id: segment.id)
      let size = segment.sizes.last.flatMap(\.self).map(reading.cell) ?? "–"
      let room = side - reading.style.width(size, .axis) - 6
      drawing.text(
        segment.letter + " " + reading.name(segment.id, inReport: segment.name),
        x,
        y + 8,
        .data.bold.color(paint.look(in: drawing.theme).text).within(room)
      )
      drawing.text(size, x + side, y + 8, .axis.end)
    }
    let rows = (trend.segments.count + across - 1) / across
    return drawing.scene(height: Double(rows) * 74 - 6)
  }

  private func describe(
    _ trend: SegmentReport.Trend,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    let changes = trend.segments.compactMap { segment -> (name: String, change: Int)? in
      guard let first = segment.sizes.first.flatMap(\.self),
        let last = segment.sizes.last.flatMap(\.self)
      else { return nil }
      return (reading.name(segment.id, inReport: segment.name), last - first)
    }
    let most = changes.max { $0.change.magnitude < $1.change.magnitude }
    if let most, most.change.magnitude >= reading.style.smallestCell {
      let change =
        (most.change < 0 ? NumberFormat.minus : "+")
        + reading.format.integer(Int(most.change.magnitude))
      picture.title = words("trend.title", ["segment": most.name, "change": change])
    } else {
      picture.title = words("trend.title.plain")
    }
    picture.descriptor = words("trend.desc", ["n": reading.format.integer(trend.runs.count)])
    picture.summary = picture.title
    picture.table = DataTable(
      [words("table.segment")]
        + trend.runs.indices.map { RunTablePanel.name(of: $0, trend, reading) },
      trend.segments.map { segment in
        [segment.letter + " " + reading.name(segment.id, inReport: segment.name)]
          + segment.sizes.map { $0.map(reading.cell) ?? "–" }
      }
    )
  }
}
