import Foundation
import Plots
import Segments

/// One feature as pages show it: its facts with a readable label and a way to write its values.
struct Measure {
  let place: Int
  let facts: SegmentReport.Feature
  let label: String
  /// The label as it stands inside a sentence.
  let inner: String
  /// What a part of its sum is a part of: "of purchases".
  let of: String
  let isMoney: Bool
  /// A part of a whole, where 1 is all of it.
  let isShare: Bool
  /// A weighing of two sides, from −1 to 1.
  let isBalance: Bool
  private let format: NumberFormat

  init(_ facts: SegmentReport.Feature, at place: Int, label: MeasureLabels.Label, style: Style) {
    self.facts = facts
    self.place = place
    self.label = label.text
    inner = style.words.inner(label.text)
    of = label.of ?? style.words("measure.of", ["measure": inner])
    let isAmount = facts.unit == "currency" || facts.role == "spend" || facts.role == "discount"
    isMoney = isAmount && style.format.currency != nil
    isShare = facts.unit == "share"
    isBalance = facts.unit == "balance"
    format = style.format
  }

  /// All values are the same, or there are none.
  var isConstant: Bool { facts.n == 0 || !(facts.max > facts.min) }

  /// How its values are written along an axis.
  var axisFormat: AxisFormat { isMoney ? .money : isShare ? .percent : .number }

  /// Calendar years are written without a mark between thousands.
  var isYear: Bool {
    facts.isWhole && facts.min >= 1800 && facts.max <= 2100 && facts.max - facts.min <= 250
  }

  /// A value as short as it stays useful.
  func text(_ value: Double) -> String {
    if isYear, (1800...2100).contains(value) { return String(Int(value.rounded())) }
    if isMoney { return format.money(value) }
    if isShare { return format.percent(value) }
    // From −1 to 1: more than two decimals would be noise.
    if isBalance { return format.fixed(value, decimals: 2) }
    // 0.6 reads better than 0.600 where that is all there is to it.
    if value.magnitude < 100 {
      for (decimals, power) in [(0, 1.0), (1, 10.0)]
      where ((value * power).rounded() / power - value).magnitude < 1e-9 {
        return format.fixed(value, decimals: decimals)
      }
    }
    return format.number(value)
  }

  /// The label without what stands in brackets at its end, for narrow places.
  var shortLabel: String {
    guard let open = label.lastIndex(of: "("), open > label.startIndex, label.hasSuffix(")") else {
      return label
    }
    return String(label[..<open]).trimmingCharacters(in: .whitespaces)
  }

  /// A sum over customers.
  func total(_ value: Double) -> String { text(value) }

  /// Whether the long tail asks for a log axis.
  var isSkewed: Bool {
    guard facts.n > 0, facts.min > 0, facts.quantiles.count == 101 else { return false }
    let median = facts.quantiles[50]
    return median > 0 && facts.quantiles[99] / median > 20
  }

  /// The range of nearly all values: from the 0.5 to the 99.5 percent quantile, roughly.
  var bulk: ClosedRange<Double> {
    guard facts.quantiles.count == 101 else { return facts.min...max(facts.min, facts.max) }
    let low = facts.min >= 0 && facts.min < 0.1 * facts.quantiles[99] ? 0 : facts.quantiles[1]
    return min(low, facts.quantiles[1])...max(facts.quantiles[99], facts.quantiles[1])
  }

  /// Whether a sum over customers is meaningful.
  var isSummable: Bool {
    switch facts.role {
    case "spend", "visits", "clicks", "orders", "items", "discount", "refund": facts.negatives == 0
    case "recency", "tenure", "averageOrderValue": false
    // Items per order is a mean: its sum says nothing.
    default: facts.unit == "orders" || facts.unit == "items" && facts.name != "basketSize"
    }
  }
}
