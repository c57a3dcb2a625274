import Plots
import Segments

/// How much of all value the best customers bring.
struct ConcentrationPanel: Panel {
  static let id = "lorenz"
  private static let tallest = 280.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let value = reading.value, let curve = Self.curve(value.facts), value.facts.n >= 20 else {
      return .absent(reading.words("absent.no-value-curve"))
    }
    guard !value.isConstant else {
      return .absent(reading.words("absent.constant", ["measure": value.label]))
    }
    return .picture(picture(of: value, curve, reading, subject))
  }

  /// The share of the total that the best 0, 1, …, 100 percent of the customers bring, if known.
  static func curve(_ facts: SegmentReport.Feature) -> [Double]? {
    facts.concentration.flatMap { $0.count == 101 ? $0 : nil }
  }

  private func picture(
    of value: Measure,
    _ curve: [Double],
    _ reading: Reading,
    _ subject: Subject
  ) -> Picture {
    let quarters = Axis.Marking.at([0, 0.25, 0.5, 0.75, 1])
    let label = reading.words("lorenz.label", ["share": reading.format.percent(curve[20])])
    let plot = Plot(
      x: .linear(
        reading.words("lorenz.axis"),
        format: .percent,
        domain: 0...1,
        marking: quarters,
        hasGrid: false
      ),
      y: .linear(format: .percent, domain: 0...1, marking: quarters),
      marks: [
        LineMark([(0, 0), (1, 1)], paint: .quiet, width: 0.5),
        LineMark(curve.enumerated().map { (Double($0) / 100, $1) }),
        DotMark([.init(x: 0.2, y: curve[20])], size: 6),
        LabelMark([.init(x: 0.18, y: curve[20] + 0.08, text: label, anchor: .end)]),
      ]
    )
    let size = Size(subject.width, subject.height(from: 146, to: Self.tallest))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = Self.tallest
    picture.title = reading.words(
      "lorenz.title",
      ["share": reading.format.percent(curve[20]), "of": value.of]
    )
    picture.descriptor = reading.words(
      "lorenz.desc",
      ["of": value.of]
    )
    if value.facts.negatives > 0 {
      picture.notes = [
        reading.words(
          "lorenz.negative",
          ["customers": reading.customers(value.facts.negatives)]
        )
      ]
    }
    picture.summary = picture.title
    picture.table = DataTable(
      [reading.words("lorenz.customers"), reading.words("table.share")],
      stride(from: 0, through: 100, by: 10).map {
        [reading.format.percent(Double($0) / 100), reading.format.percent(curve[$0])]
      }
    )
    return picture
  }

  /// The share of the total that the best 0, 1, …, 100 percent of the customers bring.
  ///
  /// The poorest customers are summed from the percent quantiles, evenly spread between two of them; the
  /// rest of the exact total is the richest percent's, whose long tail quantiles do not know.
  static func curve(_ facts: SegmentReport.Feature) -> [Double] {
    let quantiles = facts.quantiles
    let each = Double(facts.n) / 100
    var poorest = [0.0]
    for (low, high) in zip(quantiles, quantiles.dropFirst()) {
      poorest.append((poorest.last ?? 0) + max(0, (low + high) / 2) * each)
    }
    let total = max(facts.sum, poorest.dropLast().last ?? 0)
    guard total > 0 else { return quantiles.indices.map { Double($0) / 100 } }
    poorest[poorest.count - 1] = total
    return poorest.reversed().map { min(1, max(0, 1 - $0 / total)) }
  }
}
