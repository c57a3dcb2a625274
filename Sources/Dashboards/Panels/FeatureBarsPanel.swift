import Plots
import Segments

/// The average of one measure in each segment, as bars from zero.
struct FeatureBarsPanel: Panel {
  static let id = "feature_bars"
  static let takesMeasure = true

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    guard let measure = subject.measures?.first else {
      return .absent(reading.words("absent.no-measure"))
    }
    let means = reading.segments.map { $0.value(of: measure)?.mean }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let axis = self.axis(of: measure, means, drawing)
    let (top, rows) = (12.0, Double(means.count))
    let least = top + 2 + (reading.segments.count <= 8 ? 16.0 : 14) * rows
    let tallest = top + 2 + 34 * rows
    let pitch = (subject.height(from: least, to: tallest) - top - 2) / rows
    let bottom = top + pitch * Double(means.count)
    all(measure, axis, top, &drawing)
    for (index, portrait) in reading.segments.enumerated() {
      let y = top + pitch * Double(index)
      drawing.tag(portrait, 0, y + pitch / 2 - 5.2)
      guard let mean = means[index] else {
        let text = portrait.isHidden ? "<\(reading.style.smallestCell)" : "–"
        drawing.text(text, 20, y + pitch / 2 + 2.7, .axis)
        continue
      }
      let row = Rect(x: 0, y: y, width: subject.width, height: pitch)
      bar(Bar(mean: mean, measure: measure, look: .full(portrait)), axis, row, &drawing)
    }
    let zero = axis.clampedPosition(0)
    drawing.baseline(Point(zero, top), Point(zero, bottom - 1))
    var picture = Picture(plot: drawing.scene(height: bottom + 2))
    picture.tallest = tallest
    picture.needsKey = true
    picture.title = measure.label
    let count = reading.words("n", ["n": reading.format.integer(measure.facts.n)])
    picture.descriptor = reading.words("bars.desc") + " · " + count
    picture.notes = reading.missing(measure)
    picture.summary = reading.words("bars.summary", ["measure": measure.label])
    picture.table = DataTable(
      [reading.words("table.segment"), reading.words("table.mean")],
      zip(reading.segments, means).map { portrait, mean in
        [portrait.letter + " " + portrait.name, mean.map(measure.text) ?? "–"]
      } + [[reading.words("table.all"), measure.text(measure.facts.mean)]]
    )
    return .picture(picture)
  }

  /// From zero to the highest mean, with room for the values at the ends of bars.
  private func axis(of measure: Measure, _ means: [Double?], _ drawing: Drawing) -> PlotScale {
    let known = means.compactMap(\.self) + [measure.facts.mean]
    let (low, high) = (min(0, known.min() ?? 0), max(0, known.max() ?? 1))
    let room = known.map { drawing.style.width(measure.text($0), .data) }.max() ?? 0
    let left = 16 + (low < 0 ? room + 5 : 0)
    return PlotScale(
      .linear,
      low: low,
      high: high,
      start: left,
      end: drawing.width - room - 6
    )
  }

  /// What one bar shows.
  private struct Bar {
    let mean: Double
    let measure: Measure
    let look: BarLook
  }

  private func bar(_ bar: Bar, _ axis: PlotScale, _ row: Rect, _ drawing: inout Drawing) {
    let (zero, end) = (axis.clampedPosition(0), axis.clampedPosition(bar.mean))
    let text = bar.measure.text(bar.mean)
    let width = drawing.style.width(text, .data)
    let from = bar.mean < 0 ? end - 6 - width : end + 2
    let rect = Rect(x: zero, y: row.minY + 2, width: end - zero, height: row.height - 5)
    drawing.bar(rect, bar.mean, bar.look)
    let x = axis.clampedPosition(bar.measure.facts.mean)
    // The line of all customers stops where a value would stand on it.
    if x < from || x > from + width + 4 {
      let ends = (Point(x, row.minY), Point(x, row.maxY))
      if min(zero, end) < x, x < max(zero, end) {
        drawing.line(ends.0, ends.1, Stroke(drawing.theme.page, width: 2.25))
      }
      drawing.line(ends.0, ends.1, Stroke(drawing.theme.ink, width: 0.75, dash: [3, 2]))
    }
    let lettering: Lettering = bar.mean < 0 ? .data.end : .data
    drawing.text(text, end + (bar.mean < 0 ? -4 : 4), row.midY + 2.2, lettering)
  }

  private func all(
    _ measure: Measure,
    _ axis: PlotScale,
    _ top: Double,
    _ drawing: inout Drawing
  ) {
    let x = axis.clampedPosition(measure.facts.mean)
    let style = drawing.style
    let text = style.words("all.mean", ["value": measure.text(measure.facts.mean)])
    let half = style.width(text, .axis) / 2
    let place = min(max(x, half), drawing.width - half)
    drawing.text(text, place, top - 4.5, .axis.middle.color(drawing.theme.ink))
  }
}
