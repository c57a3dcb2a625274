import Foundation
import Plots
import Segments

/// Draws histograms of one measure: all in the same bins, so that they can be laid over each other.
struct HistogramDrawing {
  let measure: Measure
  /// A long tail of broken numbers is drawn on a log scale, from the percentiles of the report.
  let isLog: Bool
  /// The borders of the bars.
  private let edges: [Double]

  init(measure: Measure) {
    self.measure = measure
    isLog = measure.isSkewed && measure.facts.distinct > 100
    let bins = measure.facts.histogram
    edges =
      isLog
      ? Self.edges(from: measure.facts.min, to: measure.facts.max)
      : (0...max(1, bins.counts.count)).map { bins.start + Double($0) * max(bins.width, 1e-12) }
  }

  private var bins: SegmentReport.Histogram { measure.facts.histogram }

  /// The values from the first bin to the last.
  var range: ClosedRange<Double> {
    (edges.first ?? 0)...max(edges.last ?? 1, edges.first ?? 0)
  }

  /// For all customers the share in each bin.
  var all: [Double] {
    isLog ? shares(measure.facts.quantiles) : Self.shares(bins.counts, of: measure.facts.n)
  }

  /// For the customers of a segment the share in each bin; nil when they may not be shown.
  func shares(of portrait: Portrait) -> [Double]? {
    guard let value = portrait.value(of: measure),
      let histogram = portrait.facts.histograms[measure.facts.name]
    else { return nil }
    return isLog ? shares(value.quantiles) : Self.shares(histogram.counts, of: value.n)
  }

  /// Eight bins a decade, four where there are many decades.
  private static func edges(from low: Double, to high: Double) -> [Double] {
    let steps = log10(high / low) > 4 ? 6.0 : 10
    let first = (log10(low) * steps).rounded(.down)
    let last = max(first + 1, (log10(high) * steps).rounded(.up))
    return stride(from: first, through: last, by: 1).map { pow(10, $0 / steps) }
  }

  /// The shares between the edges that follow from percent quantiles.
  private func shares(_ quantiles: [Double]) -> [Double] {
    let below = edges.map { Pairing.rank(of: $0, in: quantiles) }
    return zip(below, below.dropFirst()).map { max(0, $1 - $0) }
  }

  /// The highest bar that is drawn for some segments or for all customers.
  func highest(_ portraits: [Portrait]) -> Double {
    (portraits.compactMap { shares(of: $0)?.max() } + [all.max() ?? 0]).max() ?? 0
  }

  /// The bars of some customers, over the outline of all where they are not all.
  func plot(of shares: [Double]?, _ paint: Paint, highest: Double, values: Axis? = nil) -> Plot {
    // Small multiples are too low for the usual distance of ticks.
    let ticks = Ticks.within(0, highest)
    var marks: [any Mark] = [HistogramMark(edges: edges, heights: shares ?? all, paint: paint)]
    if shares != nil { marks.append(StepMark(edges: edges, heights: all, width: 0.75)) }
    return Plot(
      x: values ?? axis,
      y: .linear(format: .percent, domain: 0...max(highest, 1e-9), marking: .at(ticks)),
      marks: marks
    )
  }

  /// The axis of the values; a note below the chart says when it is a log scale.
  var axis: Axis {
    guard isLog else { return .linear(format: measure.axisFormat, domain: range, hasGrid: false) }
    var axis = Axis.log("", format: measure.axisFormat, domain: range)
    axis.title = nil
    axis.hasGrid = false
    return axis
  }

  /// What lies outside of the bins, in words; nil when nothing does.
  func beyond(_ reading: Reading) -> String? {
    let words = reading.words
    let (low, high) = (range.lowerBound, range.upperBound)
    if isLog { return words("histogram.log", ["measure": measure.label]) }
    var parts: [String] = []
    if bins.below > 0 {
      parts.append(
        words(
          "beyond.below",
          ["customers": reading.customers(bins.below), "value": measure.text(low)]
        )
      )
    }
    if bins.above > 0 {
      parts.append(
        words(
          "beyond.above",
          ["customers": reading.customers(bins.above), "value": measure.text(high)]
        )
      )
    }
    guard !parts.isEmpty else { return nil }
    return words("beyond", ["measure": measure.label, "parts": words.list(parts)])
  }

  /// The counts as a table, small ones hidden.
  func table(_ portraits: [Portrait], _ reading: Reading) -> DataTable {
    let shown = portraits.filter { $0.facts.histograms[measure.facts.name] != nil && !$0.isHidden }
    var table = DataTable(
      [reading.words("table.from"), reading.words("table.all")]
        + shown.map { $0.letter + " " + $0.name }
    )
    guard !isLog else { return percentiles(shown, reading) }
    for (index, count) in bins.counts.enumerated() {
      let from = bins.start + bins.width * Double(index)
      let cells = shown.map { portrait in
        let counts = portrait.facts.histograms[measure.facts.name]?.counts ?? []
        return reading.cell(counts.indices.contains(index) ? counts[index] : 0)
      }
      table.rows.append([measure.text(from), reading.cell(count)] + cells)
    }
    return table
  }

  /// What is drawn on a log scale comes from percentiles, so these are its numbers.
  private func percentiles(_ shown: [Portrait], _ reading: Reading) -> DataTable {
    var table = DataTable(
      [reading.words("table.percentile"), reading.words("table.all")]
        + shown.map { $0.letter + " " + $0.name }
    )
    for step in stride(from: 5, through: 95, by: 5) {
      let cells = shown.map { portrait -> String in
        guard let quantiles = portrait.value(of: measure)?.quantiles, quantiles.count == 101 else {
          return "–"
        }
        return measure.text(quantiles[step])
      }
      table.rows.append(["\(step)", measure.text(measure.facts.quantiles[step])] + cells)
    }
    return table
  }

  private static func shares(_ counts: [Int], of total: Int) -> [Double] {
    counts.map { Double($0) / Double(max(1, total)) }
  }
}
