import Plots
import Segments

/// The average of one measure in each segment with its 95% interval, beside that of all customers.
struct DotIntervalPanel: Panel {
  static let id = "dot_ci"
  static let takesMeasure = true
  /// From here on an interval is normally narrower than its dot.
  private static let many = 1_000

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    subject.varying(in: reading) { outcome(of: $0, reading, subject) }
  }

  private func outcome(of measure: Measure, _ reading: Reading, _ subject: Subject) -> Outcome {
    let rows = MeasureRows(measure, reading)
    guard !rows.known.isEmpty else { return .absent(reading.words("absent.values")) }
    let bands = Double(rows.spreads.count)
    let tallest = 38 + 46 * bands
    let least = 38 + (bands <= 8 ? 17.0 : 14) * bands
    let size = Size(subject.width, subject.height(from: least, to: tallest))
    let averages = Averages(rows)
    let plot = plot(of: averages, isNarrow: MeasureRows.isNarrow(subject.width))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = tallest
    describe(averages, reading, &picture)
    return .picture(picture)
  }

  /// The averages of the rows: medians where a few customers would decide about means.
  private struct Averages {
    let rows: MeasureRows
    let isMedian: Bool
    let all: Double

    init(_ rows: MeasureRows) {
      self.rows = rows
      let measure = rows.measure
      isMedian = measure.isSkewed || measure.facts.skewness.magnitude > 2
      all = isMedian ? measure.facts.median : measure.facts.mean
    }

    func value(of spread: Spread) -> Double { isMedian ? spread.median : spread.mean }

    func interval(of spread: Spread) -> ClosedRange<Double>? {
      isMedian ? ConfidenceInterval.median(of: spread) : ConfidenceInterval.mean(of: spread)
    }

    /// From the lowest end of an interval to the highest.
    var range: (Double, Double) {
      let ends = rows.known.flatMap { _, spread -> [Double] in
        let interval = interval(of: spread)
        return [value(of: spread), interval?.lowerBound, interval?.upperBound].compactMap(\.self)
      }
      return (min(ends.min() ?? all, all), max(ends.max() ?? all, all))
    }
  }

  private func plot(of averages: Averages, isNarrow: Bool) -> Plot {
    let (rows, measure) = (averages.rows, averages.rows.measure)
    let words = rows.reading.words
    let dots = rows.known.map { row, spread in
      DotMark.Dot(
        x: averages.value(of: spread),
        y: Double(row),
        interval: averages.interval(of: spread),
        paint: spread.paint
      )
    }
    let key = averages.isMedian ? "all.median" : "all.mean"
    let label = rows.reading.isSegmented ? words(key, ["value": measure.text(averages.all)]) : nil
    let (low, high) = averages.range
    return Plot(
      x: rows.axis(from: low, to: high),
      y: .band(
        rows.labels(isNarrow: isNarrow, value: averages.value),
        trailingTitle: words(averages.isMedian ? "table.median" : "table.mean")
      ),
      marks: [RuleMark(.x, averages.all, label: label), DotMark(dots, size: 6)]
    )
  }

  private func describe(_ averages: Averages, _ reading: Reading, _ picture: inout Picture) {
    let (words, rows, measure) = (reading.words, averages.rows, averages.rows.measure)
    let isLog = measure.isSkewed && averages.range.0 > 0
    let text = words(averages.isMedian ? "dot-ci.desc.median" : "dot-ci.desc")
    rows.head(&picture, guide: text, isLog: isLog)
    if rows.known.contains(where: { $0.spread.n >= Self.many }) {
      picture.notes.append(words("dot-ci.narrow"))
    }
    picture.notes += reading.missing(measure)
    picture.summary = rows.summary(value: averages.value)
    picture.table = DataTable(
      [words("table.segment"), "n"]
        + [averages.isMedian ? "table.median" : "table.mean", "table.low", "table.high"]
        .map { words($0) },
      rows.known.map { _, spread in
        let interval = averages.interval(of: spread)
        return rows.head(of: spread) + [
          measure.text(averages.value(of: spread)),
          interval.map { measure.text($0.lowerBound) } ?? "–",
          interval.map { measure.text($0.upperBound) } ?? "–",
        ]
      }
    )
  }
}
