import Plots

/// The numbers of an axis have one unit: no "5,000" beside "10k".
struct OneUnitRule: AxisRule {
  let point = 14
  let name = "one-unit"

  func problem(_ axis: AxisFact) -> String? {
    guard axis.spread != .band, axis.spread != .time else { return nil }
    let ticks = axis.ticks.filter { $0.value != 0 }
    let suffixes = ticks.map { suffix($0.label) }
    let shown = axis.ticks.map(\.label).joined(separator: ", ")
    if axis.spread == .log {
      // Each power of ten has the unit that suits it, but no long number stands beside a short one.
      let isMixed = zip(ticks, suffixes).contains { $1.isEmpty && $0.value.magnitude >= 1000 }
      return isMixed && suffixes.contains { !$0.isEmpty } ? "the units differ: \(shown)" : nil
    }
    return Set(suffixes).count > 1 ? "the units differ: \(shown)" : nil
  }

  /// The letters behind a number.
  private func suffix(_ label: String) -> String {
    guard let last = label.lastIndex(where: \.isNumber) else { return "" }
    return label[label.index(after: last)...].filter { $0.isLetter || $0 == "%" }
  }
}
