import Plots
import Segments

/// One measure in up to six segments: its shape, its middle half, and dots to count.
struct RaincloudPanel: Panel {
  static let id = "raincloud"
  static let takesMeasure = true
  private static let mostSegments = 6
  private static let mostDots = 100
  /// Fewer customers than this have dots and a box, no curve.
  private static let leastForCurve = 30

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    subject.varying(in: reading) { outcome(of: $0, reading, subject) }
  }

  private func outcome(of measure: Measure, _ reading: Reading, _ subject: Subject) -> Outcome {
    guard reading.segments.count <= Self.mostSegments else {
      let most = reading.format.integer(Self.mostSegments)
      return .absent(reading.words("absent.raincloud", ["n": most]))
    }
    let rows = MeasureRows(measure, reading)
    guard !rows.known.isEmpty else { return .absent(reading.words("absent.values")) }
    let bands = Double(rows.spreads.count)
    let tallest = 26 + 130 * bands
    let size = Size(subject.width, subject.height(from: 26 + 46 * bands, to: tallest))
    let plot = plot(of: rows, isNarrow: MeasureRows.isNarrow(subject.width))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = tallest
    describe(rows, reading, &picture)
    return .picture(picture)
  }

  private func plot(of rows: MeasureRows, isNarrow: Bool) -> Plot {
    let measure = rows.measure
    let clouds = rows.known.map { row, spread in
      RaincloudMark.Row(
        band: row,
        cloud: cloud(of: spread, measure),
        box: [spread.box.low, spread.box.q25, spread.median, spread.box.q75, spread.box.high],
        drops: drops(of: spread, measure),
        paint: spread.paint
      )
    }
    return Plot(
      x: rows.wholeAxis,
      y: .band(
        rows.labels(isNarrow: isNarrow),
        trailingTitle: rows.reading.words("table.median")
      ),
      marks: [RaincloudMark(clouds)]
    )
  }

  private func cloud(of spread: Spread, _ measure: Measure) -> [(x: Double, height: Double)] {
    guard spread.n >= Self.leastForCurve else { return [] }
    let curve = DensityCurve(spread, on: measure.densityGround)
    return curve?.points.map { (x: $0.x, height: $0.y) } ?? []
  }

  /// The middles of equal parts of the customers: a hundred, or as many as there are customers.
  private func drops(of spread: Spread, _ measure: Measure) -> [Double] {
    let count = min(spread.n, Self.mostDots)
    return (0..<count).map { place in
      let value = spread.quantile((Double(place) + 0.5) / Double(count))
      return measure.facts.isWhole ? value.rounded() : value
    }
  }

  private func describe(_ rows: MeasureRows, _ reading: Reading, _ picture: inout Picture) {
    let (words, measure) = (reading.words, rows.measure)
    let histogram = HistogramDrawing(measure: measure)
    rows.head(&picture, guide: words("raincloud.desc"), isLog: histogram.isLog)
    let counts = rows.known.map(\.spread.n)
    let (few, many) = (
      counts.contains { $0 <= Self.mostDots }, counts.contains { $0 > Self.mostDots }
    )
    if many {
      picture.notes.append(words(few ? "raincloud.dots.both" : "raincloud.dots"))
    } else {
      picture.notes.append(words("raincloud.dots.each"))
    }
    if !histogram.isLog, let beyond = histogram.beyond(reading) { picture.notes.append(beyond) }
    picture.notes += reading.missing(measure)
    picture.summary = rows.summary
    picture.table = rows.table(of: [5, 25, 50, 75, 95])
  }
}
