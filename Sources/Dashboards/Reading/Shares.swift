import Plots
import Segments

/// How one total is divided over the segments.
struct Shares {
  /// What is divided.
  let label: String
  /// "of purchases".
  let of: String
  /// The total as text.
  let total: String
  /// For each segment its part of the total, 0 to 1.
  let parts: [Double]
  /// What belongs to no segment.
  let unassigned: Double
}

extension Reading {
  /// How customers and every total that can be divided are spread over the segments.
  var shares: [Shares] {
    guard isSegmented else { return [] }
    let all = Double(max(1, report.customers))
    var shares = [
      Shares(
        label: words("kpi.customers"),
        of: words("kpi.customers"),
        total: format.integer(report.customers),
        parts: segments.map { Double($0.size) / all },
        unassigned: Double(report.noise.size) / all
      )
    ]
    let value = value?.facts.name
    // Value first, then what the segments were formed on.
    func rank(_ measure: Measure) -> (Int, Int) {
      (measure.facts.name == value ? 0 : measure.facts.clustered ? 1 : 2, measure.place)
    }
    let ordered = measures.sorted { rank($0) < rank($1) }
    for measure in ordered where measure.isSummable && measure.facts.sum > 0 {
      let totals = segments.map { $0.facts.totals[measure.facts.name] ?? 0 }
      guard totals.allSatisfy({ $0 >= 0 }) else { continue }
      let sum = max(measure.facts.sum, totals.reduce(0, +))
      let parts = totals.map { $0 / sum }
      shares.append(
        Shares(
          label: measure.label,
          of: measure.of,
          total: measure.total(measure.facts.sum),
          parts: parts,
          unassigned: report.noise.size > 0 ? max(0, 1 - parts.reduce(0, +)) : 0
        )
      )
    }
    return shares
  }
}
