import Plots
import Segments

/// Writes findings about change: who moved, which segments came and went, what is unusual about a delivery.
struct ChangeFindingWords {
  let reading: Reading
  let finding: SegmentReport.Finding

  private var words: Words { reading.words }
  private var format: NumberFormat { reading.format }

  /// The sentence; nil for findings about something else, or without the facts it needs.
  var text: String? {
    switch finding.id {
    case "moved": return moved
    case "stayed": return number("share").map { words("finding.stayed", ["share": percent($0)]) }
    case "size-change": return size
    case "segment-new": return segment.map { words("finding.segment-new", ["segment": $0.name]) }
    case "segment-split": return descent("finding.segment-split")
    case "segment-merged": return descent("finding.segment-merged")
    case "segment-gone": return gone
    case "renamed": return renamed
    case "drift": return drift
    case "new-columns": return columns
    case "unknown-baseline":
      return finding.features.first.map {
        words("finding.unknown-baseline", ["run": SafeText.label($0)])
      }
    case let id where id.hasPrefix("unusual-"): return unusual(String(id.dropFirst(8)))
    default: return nil
    }
  }

  private var segment: Portrait? { finding.segments.first.flatMap(reading.segment) }

  private var facts: SegmentReport.Descent? {
    reading.report.continuity?.segments.first { $0.id == finding.segments.first }
  }

  private func number(_ name: String) -> Double? { finding.numbers[name] }

  private func percent(_ share: Double) -> String { format.percent(share) }

  /// The name a segment had, without its letter.
  private func former(_ id: Int) -> String? {
    let place = reading.report.migration?.from.first { $0.kind == "segment" && $0.id == id }
    let ending = reading.report.continuity?.gone.first { $0.id == id }
    let name = place?.name ?? ending?.name
    return name.map { reading.name(id, inReport: $0) } ?? reading.segment(id)?.name
  }

  private var moved: String? {
    guard let segment, let from = finding.segments.dropFirst().first.flatMap(former),
      let customers = number("customers")
    else { return nil }
    let values = [
      "customers": format.integer(Int(customers)), "from": from, "segment": segment.name,
    ]
    guard let brought = number("value"), let value = reading.value else {
      return words("finding.moved", values)
    }
    return words(
      "finding.moved.value",
      values.merging(["value": value.total(brought)]) { $1 }
    )
  }

  private var size: String? {
    guard let segment, let before = number("before"), let now = number("now"),
      let change = number("change")
    else { return nil }
    return words(
      change > 0 ? "finding.grew" : "finding.shrank",
      [
        "segment": segment.name, "before": format.integer(Int(before)),
        "now": format.integer(Int(now)), "change": format.signedPercent(change),
      ]
    )
  }

  private func descent(_ key: String) -> String? {
    guard let segment, let facts else { return nil }
    let sources = facts.from.filter { $0 != facts.id }.compactMap(former)
    guard !sources.isEmpty else { return nil }
    return words(key, ["segment": segment.name, "from": words.list(sources)])
  }

  private var gone: String? {
    guard let id = finding.segments.first, let name = former(id) else { return nil }
    return words("finding.segment-gone", ["from": name])
  }

  private var renamed: String? {
    guard let segment, let former = facts?.formerName else { return nil }
    let name = reading.name(segment.id, inReport: former)
    return words("finding.renamed", ["segment": segment.name, "former": name])
  }

  private var drift: String? {
    guard let psi = number("psi"), let measure = finding.features.first.flatMap(reading.measure)
    else { return nil }
    return words(
      "finding.drift",
      ["measure": measure.label, "psi": format.fixed(psi, decimals: 2)]
    )
  }

  private var columns: String? {
    guard let count = number("columns").map({ Int($0) }), !finding.features.isEmpty else {
      return nil
    }
    let names = finding.features.map { SafeText.label($0) }
    let list =
      names.count < count
      ? words("finding.new-columns.more", ["list": names.joined(separator: ", ")])
      : words.list(names)
    return words.counted(
      count,
      "finding.new-columns",
      ["n": format.integer(count), "list": list]
    )
  }

  /// What is usual: rows, or the share of them that a rule left out.
  private func unusual(_ figure: String) -> String? {
    guard let value = number("value"), let low = number("low"), let high = number("high") else {
      return nil
    }
    let isRows = figure == "rows"
    func text(_ number: Double) -> String {
      isRows ? format.integer(Int(number.rounded())) : percent(number)
    }
    let values = ["value": text(value), "low": text(low), "high": text(high)]
    if isRows { return words("finding.unusual-rows", values) }
    if figure == "returns" { return words("finding.unusual-returns", values) }
    let rule = words.find("rule." + figure) ?? MeasureLabels.readable(figure)
    return words("finding.unusual-rule", values.merging(["rule": rule]) { $1 })
  }
}
