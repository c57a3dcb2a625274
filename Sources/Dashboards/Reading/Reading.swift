import Foundation
import Plots
import Segments

/// A report as pages read it: segments with colors, measures with labels, totals ready to print.
package struct Reading: Sendable {
  let report: SegmentReport
  let presentation: Presentation
  let style: Style
  let segments: [Portrait]
  let measures: [Measure]

  init(_ report: SegmentReport, presentation: Presentation, style: Style) {
    self.report = report
    self.presentation = presentation
    self.style = style
    let labels = MeasureLabels(words: style.words).labels(of: report.features)
    measures = zip(report.features, labels).enumerated().map { place, pair in
      Measure(pair.0, at: place, label: pair.1, style: style)
    }
    let words = SegmentWords(words: style.words, measures: measures)
    segments = report.segments.map { Portrait($0, words: words, style: style) }
  }

  var words: Words { style.words }
  var format: NumberFormat { style.format }

  /// Whether there are segments to compare.
  var isSegmented: Bool { segments.count > 1 }

  /// Whether there is no earlier run to compare with.
  var isFirstRun: Bool { report.migration == nil }

  /// Segments large enough to show values.
  var shown: [Portrait] { segments.filter { !$0.isHidden } }

  /// Measures whose values differ.
  var varying: [Measure] { measures.filter { !$0.isConstant } }

  /// Measures whose values differ, those that tell the segments apart best first.
  var bySeparation: [Measure] {
    varying.enumerated().sorted { one, other in
      let left = one.element.facts.separation ?? -1
      let right = other.element.facts.separation ?? -1
      return left == right ? one.offset < other.offset : left > right
    }.map(\.element)
  }

  /// The measure that counts as value, if there is one.
  var value: Measure? {
    measures.first { $0.facts.role == "spend" } ?? measures.first { $0.facts.role == "amount" }
  }

  /// The looks of the segments by id.
  var looks: [Int: SegmentStyle] {
    Dictionary(segments.map { ($0.id, $0.look) }, uniquingKeysWith: { one, _ in one })
  }

  func measure(_ name: String) -> Measure? { measures.first { $0.facts.name == name } }
  func segment(_ id: Int) -> Portrait? { segments.first { $0.id == id } }

  /// The name of a segment of this or an earlier run, as the report has it, in the language of the pages.
  func name(_ id: Int, inReport name: String) -> String {
    if let now = segment(id), now.facts.name == name { return now.name }
    return SegmentWords(words: words, measures: measures).name(fromReport: name)
  }

  /// "4,338 customers".
  func customers(_ count: Int) -> String {
    if count > 0, count < style.smallestCell {
      return words("customers.few", ["n": format.integer(style.smallestCell)])
    }
    return words.counted(count, "customers", format)
  }

  /// A number of customers in a table: small ones only as "<5".
  func cell(_ count: Int) -> String {
    count > 0 && count < style.smallestCell ? "<\(style.smallestCell)" : format.integer(count)
  }

  /// How many customers lack a measure, as small print; nothing where all have it.
  func missing(_ measure: Measure) -> [String] {
    guard measure.facts.missing > 0 else { return [] }
    return [words("table.missing") + ": " + cell(measure.facts.missing)]
  }

  /// A segment's size with the right noun.
  func size(of portrait: Portrait) -> String { customers(portrait.size) }

  /// What the data speak of: customers, value, dates.
  var scope: String { scope(.full) }

  /// What the data speak of, no wider than given: what other pages say as well is left out first.
  func scope(within width: Double) -> String {
    let texts = ScopeLength.allCases.lazy.map(scope)
    return texts.first { style.width($0, .desc) <= width } ?? scope(.shortest)
  }

  /// How much is said about what the data speak of.
  private enum ScopeLength: CaseIterable {
    case full
    /// Without the remark on the currency.
    case short
    /// Records left out without the number of all.
    case shorter
    /// Without records left out.
    case shortest
  }

  private func scope(_ length: ScopeLength) -> String {
    var parts = [customers(report.customers)]
    if let orders = report.orders { parts.append(words.counted(orders, "orders", format)) }
    if let value, value.facts.n > 0 {
      let key = value.isMoney || length != .full ? "scope.value" : "scope.value.plain"
      parts.append(
        words(key, ["value": value.total(amount(of: value)), "measure": value.inner])
      )
    }
    if let dates { parts.append(dates) }
    let left = report.rows.read - report.rows.kept
    if left > 0, length != .shortest {
      let values = ["n": format.integer(left), "all": format.integer(report.rows.read)]
      parts.append(words(length == .shorter ? "scope.left.short" : "scope.left", values))
    }
    return parts.joined(separator: " · ")
  }

  /// The sum of the measure that counts as value; of orders, those without a customer included.
  func amount(of value: Measure) -> Double {
    report.orders == nil ? value.facts.sum : report.amount ?? value.facts.sum
  }

  /// The dates of the data, if there are any.
  var dates: String? {
    if let period = report.period, let first = Day(iso: period.from),
      let last = Day(iso: period.to)
    {
      return format.dates(first, last)
    }
    return report.asOf.flatMap(Day.init(iso:)).map { format.date($0) }
  }
}

extension String {
  /// The text with a small first letter, unless it is written like a name or an abbreviation.
  var lowercasedFirst: String {
    guard let first, !dropFirst().contains(where: \.isUppercase) else { return self }
    return first.lowercased() + dropFirst()
  }

  /// The text with a capital first letter.
  var capitalizedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
