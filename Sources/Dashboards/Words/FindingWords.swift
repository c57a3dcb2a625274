import Plots
import Segments

/// Writes one finding of a report from its id and numbers in the words of the catalogue.
struct FindingWords {
  let reading: Reading

  /// The sentence; nil when the catalogue has no words for it or a number is missing.
  func text(of finding: SegmentReport.Finding) -> String? {
    let change = ChangeFindingWords(reading: reading, finding: finding)
    if let text = change.text { return text }
    var id = "finding." + finding.id
    if finding.id == "moves-together", finding.numbers["spearman"] ?? 0 < 0 {
      id = "finding.moves-against"
    }
    guard let pattern = reading.words.find(id) else { return nil }
    let values = values(of: finding)
    for gap in Catalogue.gaps(in: pattern) where values[gap] == nil { return nil }
    return reading.words(id, values)
  }

  private func values(of finding: SegmentReport.Finding) -> [String: String] {
    let measure = finding.features.first.flatMap(reading.measure)
    var values: [String: String] = [:]
    for (name, number) in finding.numbers { values[name] = text(number, name, measure) }
    for (index, id) in finding.segments.enumerated() {
      values["segment\(index == 0 ? "" : String(index + 1))"] = reading.segment(id)?.name
    }
    for (index, name) in finding.features.enumerated() {
      let label = reading.measure(name)?.label
      values["measure\(index == 0 ? "" : String(index + 1))"] = reading.measure(name)?.inner
      values["Measure\(index == 0 ? "" : String(index + 1))"] = label
    }
    values["of"] = measure?.of ?? reading.value?.of
    return values
  }

  /// What a number is follows from its name.
  private func text(_ number: Double, _ name: String, _ measure: Measure?) -> String {
    let format = reading.format
    switch name {
    case let name where name.lowercased().hasSuffix("share"): return format.percent(number)
    case "customers", "days", "size", "rows", "orders", "k", "count":
      return format.integer(Int(number.rounded()))
    case "ratio": return reading.words("times", ["n": Self.times(number, format)])
    case "silhouette", "silhouetteOfAll", "pearson", "spearman", "z", "stability":
      return format.fixed(number, decimals: 2)
    case "amount": return reading.value?.total(number) ?? format.number(number)
    default: return measure?.text(number) ?? format.number(number)
    }
  }

  /// "4.9", "13".
  private static func times(_ number: Double, _ format: NumberFormat) -> String {
    format.fixed(number, decimals: number.magnitude < 9.95 ? 1 : 0)
  }
}
