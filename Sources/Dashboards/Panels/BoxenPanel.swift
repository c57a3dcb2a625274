import Foundation
import Plots
import Segments

/// Nested boxes of one measure in each segment, each holding half of what is left: the tails of many
/// customers.
struct BoxenPanel: Panel {
  static let id = "boxen"
  static let takesMeasure = true
  /// Fewer customers than this have a plain box.
  private static let least = 100
  /// The report has percentiles, which end the boxes at 1.6%.
  private static let most = 5

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    subject.varying(in: reading) { outcome(of: $0, reading, subject) }
  }

  private func outcome(of measure: Measure, _ reading: Reading, _ subject: Subject) -> Outcome {
    let rows = MeasureRows(measure, reading)
    guard rows.known.contains(where: { $0.spread.n >= Self.least }) else {
      return .absent(reading.words("absent.boxen", ["n": reading.format.integer(Self.least)]))
    }
    let bands = Double(rows.spreads.count)
    let pitch = bands <= 6 ? 21.0 : 18
    let tallest = 38 + 70 * bands
    let size = Size(subject.width, subject.height(from: 38 + pitch * bands, to: tallest))
    let plot = plot(of: rows, isNarrow: MeasureRows.isNarrow(subject.width))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = tallest
    describe(rows, reading, &picture)
    return .picture(picture)
  }

  /// The letter values that so many customers can be trusted with (Hofmann, Wickham and Kafadar 2017).
  static func depth(of n: Int) -> Int {
    min(most, max(1, Int(log2(Double(max(n, 8)) / 7.68)) + 1))
  }

  /// The boxes of a spread, the middle half first.
  private func boxes(of spread: Spread) -> [ClosedRange<Double>] {
    (1...Self.depth(of: spread.n)).map { depth in
      let share = pow(0.5, Double(depth + 1))
      return spread.quantile(share)...max(spread.quantile(share), spread.quantile(1 - share))
    }
  }

  private func plot(of rows: MeasureRows, isNarrow: Bool) -> Plot {
    let (measure, words) = (rows.measure, rows.reading.words)
    let nested = rows.known.filter { $0.spread.n >= Self.least }.map { row, spread in
      NestedBoxMark.Row(
        band: row,
        median: spread.median,
        boxes: boxes(of: spread),
        paint: spread.paint
      )
    }
    let plain = rows.known.filter { $0.spread.n < Self.least }.map { row, spread in
      BoxMark.Box(spread.box, spread.paint, band: row)
    }
    let text = words("all.median", ["value": measure.text(measure.facts.median)])
    let (low, high) = ends(of: rows)
    return Plot(
      x: rows.axis(from: low, to: high),
      y: .band(rows.labels(isNarrow: isNarrow), trailingTitle: words("table.median")),
      marks: [
        RuleMark(.x, measure.facts.median, label: text), NestedBoxMark(nested), BoxMark(plain),
      ]
    )
  }

  private func ends(of rows: MeasureRows) -> (Double, Double) {
    let all = rows.known.flatMap { _, spread in
      spread.n < Self.least
        ? [spread.box.low...max(spread.box.low, spread.box.high)] : boxes(of: spread)
    }
    return (
      all.map(\.lowerBound).min() ?? rows.measure.facts.min,
      all.map(\.upperBound).max() ?? rows.measure.facts.max
    )
  }

  private func describe(_ rows: MeasureRows, _ reading: Reading, _ picture: inout Picture) {
    let (words, measure) = (reading.words, rows.measure)
    let isLog = measure.isSkewed && ends(of: rows).0 > 0
    rows.head(&picture, guide: words("boxen.desc"), isLog: isLog)
    let beyond = rows.known.reduce(0) { sum, row in
      let depth = row.spread.n < Self.least ? 0 : Self.depth(of: row.spread.n)
      let part = depth == 0 ? 0 : Double(row.spread.n) * pow(0.5, Double(depth))
      return sum + Int(part.rounded())
    }
    if beyond > 0 {
      let customers = reading.customers(beyond)
      picture.notes.append(words("boxen.beyond", ["customers": customers]))
    }
    if rows.known.contains(where: { $0.spread.n < Self.least }) {
      let least = reading.format.integer(Self.least)
      picture.notes.append(words("boxen.plain", ["n": least]))
    }
    picture.notes += reading.missing(measure)
    picture.summary = rows.summary
    picture.table = rows.table(of: [5, 25, 50, 75, 95])
  }
}
