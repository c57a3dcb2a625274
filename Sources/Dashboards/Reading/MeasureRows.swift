import Plots
import Segments

/// One measure with a row for each segment, or one for all customers where there is one group only.
struct MeasureRows {
  let measure: Measure
  let reading: Reading
  /// A spread for each row; nil where a segment may not be shown or lacks the measure.
  let spreads: [Spread?]

  init(_ measure: Measure, _ reading: Reading) {
    (self.measure, self.reading) = (measure, reading)
    spreads =
      reading.isSegmented
      ? reading.segments.map { Spread($0, measure) } : [Spread(measure.facts)]
  }

  /// What is known, with the row it belongs to.
  var known: [(row: Int, spread: Spread)] {
    spreads.enumerated().compactMap { row, spread in spread.map { (row, $0) } }
  }

  /// The names of the rows with their medians at the far end.
  func labels(isNarrow: Bool) -> [BandLabel] {
    labels(isNarrow: isNarrow) { $0.median }
  }

  /// The names of the rows with a number of each at the far end.
  func labels(isNarrow: Bool, value: (Spread) -> Double) -> [BandLabel] {
    spreads.enumerated().map { row, spread in
      let text = spread.map { measure.text(value($0)) }
      guard reading.isSegmented else { return BandLabel("", trailing: text) }
      let portrait = reading.segments[row]
      let few = portrait.isHidden ? "<\(reading.style.smallestCell)" : "–"
      return BandLabel(
        isNarrow ? "" : portrait.name,
        paint: portrait.paint,
        trailing: text ?? few
      )
    }
  }

  /// An axis from one value to another, of equal ratios where the measure has a long tail, with zero when
  /// it is near.
  func axis(from low: Double, to high: Double) -> Axis {
    guard !(measure.isSkewed && low > 0) else { return log }
    // Where nearly all values are the same, the few others say how wide the chart must be.
    guard high > low else {
      let domain = min(low, measure.facts.min)...max(high, measure.facts.max)
      return .linear(format: measure.axisFormat, domain: domain)
    }
    let isNear = low > 0 && low < 0.3 * high
    return .linear(format: measure.axisFormat, includesZero: isNear)
  }

  private var log: Axis {
    var axis = Axis.log("", format: measure.axisFormat)
    axis.title = nil
    return axis
  }

  /// Says which measure is drawn, on which scale and for how many customers, and how that is read: in a
  /// narrow picture once at the head of its page.
  func head(_ picture: inout Picture, guide: String, isLog: Bool) {
    let isNarrow = Self.isNarrow(picture.plot.size.width)
    let count = reading.words("n", ["n": reading.format.integer(measure.facts.n)])
    let scale = isLog ? [reading.words("scale.log")] : []
    picture.title = measure.label
    if isNarrow { picture.guide = guide }
    picture.descriptor = ((isNarrow ? [] : [guide]) + scale + [count]).joined(separator: " · ")
    picture.needsKey = reading.isSegmented && isNarrow
  }

  /// Whether rows have letters instead of names.
  static func isNarrow(_ width: Double) -> Bool { width < 300 }

  /// Every row with its median, for readers who cannot see it.
  var summary: String { summary { $0.median } }

  /// Every row with a number of it.
  func summary(value: (Spread) -> Double) -> String {
    known.map { row, spread in
      let name = spread.portrait?.name ?? reading.words("table.all")
      return "\(name): \(measure.text(value(spread)))"
    }.joined(separator: "; ")
  }

  /// The row of a table: letter and name, and how many customers.
  func head(of spread: Spread) -> [String] {
    let name = spread.portrait.map { $0.letter + " " + $0.name } ?? reading.words("table.all")
    return [name, reading.cell(spread.n)]
  }

  /// The axis of histograms of the measure, with a grid.
  var wholeAxis: Axis {
    var axis = HistogramDrawing(measure: measure).axis
    axis.hasGrid = true
    return axis
  }

  /// The chosen percentiles of every row.
  func table(of percents: [Int]) -> DataTable {
    let words = reading.words
    let headers = percents.map { percent in
      words("table.percent", ["n": reading.format.integer(percent)])
    }
    return DataTable(
      [words("table.segment"), "n"] + headers,
      known.map { row, spread in
        head(of: spread) + percents.map { measure.text(spread.quantiles[$0]) }
      }
    )
  }
}
