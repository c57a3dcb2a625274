import Plots
import Segments

/// The shape of one measure in each segment: one smooth curve below the other.
struct RidgelinePanel: Panel {
  static let id = "ridgeline"
  static let takesMeasure = true
  /// Fewer customers than this have a box: their curve would be guessed.
  private static let least = 200

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    subject.varying(in: reading) { outcome(of: $0, reading, subject) }
  }

  private func outcome(of measure: Measure, _ reading: Reading, _ subject: Subject) -> Outcome {
    let rows = MeasureRows(measure, reading)
    guard rows.known.contains(where: { $0.spread.n >= Self.least }) else {
      return .absent(reading.words("absent.curves", ["n": reading.format.integer(Self.least)]))
    }
    let plot = plot(of: rows, isNarrow: MeasureRows.isNarrow(subject.width))
    let bands = Double(rows.spreads.count)
    let pitch = bands <= 6 ? 28.0 : 21
    let tallest = 38 + 110 * bands
    let size = Size(subject.width, subject.height(from: 38 + pitch * bands, to: tallest))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = tallest
    describe(rows, reading, &picture)
    return .picture(picture)
  }

  private func plot(of rows: MeasureRows, isNarrow: Bool) -> Plot {
    let (measure, words) = (rows.measure, rows.reading.words)
    var marks: [any Mark] = []
    if rows.reading.isSegmented {
      let text = words("all.median", ["value": measure.text(measure.facts.median)])
      marks.append(RuleMark(.x, measure.facts.median, label: text))
    }
    for (row, spread) in rows.known { marks += self.marks(of: spread, in: row, measure) }
    return Plot(
      x: rows.wholeAxis,
      y: .band(rows.labels(isNarrow: isNarrow), trailingTitle: words("table.median")),
      marks: marks
    )
  }

  private func marks(of spread: Spread, in row: Int, _ measure: Measure) -> [any Mark] {
    guard spread.n >= Self.least else {
      return [BoxMark([.init(spread.box, spread.paint, band: row)])]
    }
    let (base, height) = (Double(row) + 0.46, 0.9)
    guard let curve = DensityCurve(spread, on: measure.densityGround) else {
      return [DotMark([.init(x: spread.median, y: Double(row), paint: spread.paint)])]
    }
    let top = curve.points.map { (x: $0.x, y: base - height * $0.y) }
    return [
      AreaMark(top.map { ($0.x, base, $0.y) }, paint: spread.paint, opacity: 0.3),
      LineMark(top, paint: spread.paint, width: 1),
      LineMark([(spread.median, base), (spread.median, base - 0.36)], paint: .ink, width: 1.5),
    ]
  }

  private func describe(_ rows: MeasureRows, _ reading: Reading, _ picture: inout Picture) {
    let (words, measure) = (reading.words, rows.measure)
    let histogram = HistogramDrawing(measure: measure)
    let key = reading.isSegmented ? "ridgeline.desc" : "ridgeline.desc.all"
    rows.head(&picture, guide: words(key), isLog: histogram.isLog)
    if !histogram.isLog { picture.notes = [histogram.beyond(reading)].compactMap(\.self) }
    if rows.known.contains(where: { $0.spread.n < Self.least }) {
      let least = reading.format.integer(Self.least)
      picture.notes.append(words("ridgeline.boxes", ["n": least]))
    }
    picture.notes += reading.missing(measure)
    picture.summary = rows.summary
    picture.table = rows.table(of: [5, 25, 50, 75, 95])
  }
}
