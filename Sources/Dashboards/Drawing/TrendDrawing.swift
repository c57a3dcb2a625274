import Plots
import Segments

/// Draws one figure of every segment over the runs: lines in one chart, or one small chart a segment.
struct TrendDrawing {
  let trend: SegmentReport.Trend
  /// The figure of a segment in every run; nil where there was no such segment.
  let values: (SegmentReport.Trend.Line) -> [Double?]
  /// The axis of the figure, from zero.
  let axis: Axis
  /// A figure as it is printed.
  let text: (Double) -> String
  let reading: Reading
  /// With more lines names at their ends would not find room.
  private static let mostLines = 8
  private static let (least, tallest) = (150.0, 260.0)

  /// The chart, as high as the subject wants it, and how high it can be.
  func picture(for subject: Subject) -> Picture {
    guard trend.segments.count <= Self.mostLines else {
      return Picture(plot: apart(subject.width))
    }
    let height = subject.height(from: Self.least, to: Self.tallest)
    var picture = Picture(plot: together(Size(subject.width, height)))
    picture.tallest = Self.tallest
    return picture
  }

  /// Every segment a row, every run a column.
  var table: DataTable {
    let runs = trend.runs.indices.map { RunTablePanel.name(of: $0, trend, reading) }
    return DataTable(
      [reading.words("table.segment")] + runs,
      trend.segments.map { segment in [name(of: segment)] + values(segment).map(cell) }
    )
  }

  private func cell(_ value: Double?) -> String { value.map(text) ?? "–" }

  /// Letter and name.
  private func name(of segment: SegmentReport.Trend.Line) -> String {
    segment.letter + " " + reading.name(segment.id, inReport: segment.name)
  }

  private func paint(of segment: SegmentReport.Trend.Line) -> Paint {
    Portrait.paint(ofLetter: segment.letter, id: segment.id)
  }

  /// Where the runs stand: at their days, or one after the other where days are unknown or repeat.
  private var places: (values: [Double], isDated: Bool) {
    let days = trend.runs.compactMap { $0.asOf.flatMap(Day.init(iso:))?.number }
    let isRising = zip(days, days.dropFirst()).allSatisfy(<)
    guard days.count == trend.runs.count, isRising else {
      return (trend.runs.indices.map { Double($0 + 1) }, false)
    }
    return (days.map(Double.init), true)
  }

  private var runAxis: Axis {
    let places = places
    let range = (places.values.first ?? 0)...(places.values.last ?? 1)
    guard !places.isDated else { return .time(domain: range) }
    let step = max(1, (places.values.count + 11) / 12)
    let ticks = stride(from: 0, to: places.values.count, by: step).map { places.values[$0] }
    return .linear(reading.words("trend.run"), domain: range, marking: .at(ticks), hasGrid: false)
  }

  private func line(_ segment: SegmentReport.Trend.Line, _ paint: Paint? = nil) -> LineMark {
    let places = places.values
    return LineMark(
      zip(places, values(segment)).map { ($0, $1 ?? .nan) },
      paint: paint ?? self.paint(of: segment),
      dots: paint == nil && places.count < 12 ? .all : .none,
      width: paint == nil ? 1.5 : 0.75
    )
  }

  private func together(_ size: Size) -> Scene {
    var marks: [any Mark] = trend.segments.map { line($0) }
    marks.append(EndLabelMark(trend.segments.compactMap(endLabel), maxWidth: 150))
    marks.append(LabelMark(trend.segments.compactMap(endedLabel)))
    let plot = Plot(x: runAxis, y: axis, marks: marks)
    return plot.scene(size: size, style: reading.style.plot)
  }

  private func endLabel(_ segment: SegmentReport.Trend.Line) -> EndLabelMark.Label? {
    guard let last = values(segment).last.flatMap(\.self) else { return nil }
    return .init(y: last, text: name(of: segment), paint: paint(of: segment))
  }

  /// The letter of a segment that has ended, above its last dot; its name is in the pages on movement.
  private func endedLabel(_ segment: SegmentReport.Trend.Line) -> LabelMark.Label? {
    let values = values(segment)
    guard values.last.flatMap(\.self) == nil, let run = values.lastIndex(where: { $0 != nil }),
      let value = values[run]
    else { return nil }
    let highest = trend.segments.flatMap { self.values($0).compactMap(\.self) }.max() ?? value
    return .init(
      x: places.values[run],
      y: value + highest * 0.06,
      text: name(of: segment),
      paint: paint(of: segment),
      anchor: run == 0 ? .start : .middle
    )
  }

  private func apart(_ width: Double) -> Scene {
    let (across, gap) = (5, 12.0)
    let side = (width - gap * Double(across - 1)) / Double(across)
    let most = trend.segments.flatMap { values($0).compactMap(\.self) }.max() ?? 1
    let places = places.values
    var drawing = Drawing(width: width, style: reading.style)
    for (index, segment) in trend.segments.enumerated() {
      let x = Double(index % across) * (side + gap)
      let y = Double(index / across) * 74
      let others = trend.segments.filter { $0.id != segment.id }.map {
        line($0, .other) as any Mark
      }
      let plot = Plot(
        x: .hidden(domain: (places.first ?? 0)...(places.last ?? 1)),
        y: .hidden(domain: 0...max(1, most)),
        marks: others + [line(segment)]
      )
      drawing.place(plot.scene(size: Size(side, 52), style: reading.style.plot), x, y + 12)
      let last = cell(values(segment).last.flatMap(\.self))
      let color = paint(of: segment).look(in: drawing.theme).text
      let room = side - reading.style.width(last, .axis) - 6
      drawing.text(name(of: segment), x, y + 8, .data.bold.color(color).within(room))
      drawing.text(last, x + side, y + 8, .axis.end)
    }
    let rows = (trend.segments.count + across - 1) / across
    return drawing.scene(height: Double(rows) * 74 - 6)
  }
}
