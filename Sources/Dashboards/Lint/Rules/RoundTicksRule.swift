import Foundation
import Plots

/// Ticks stand at round numbers in equal steps, three to seven of them.
struct RoundTicksRule: AxisRule {
  let point = 12
  let name = "round-ticks"

  func problem(_ axis: AxisFact) -> String? {
    guard axis.spread == .linear, axis.isRound, !axis.ticks.isEmpty else { return nil }
    let values = axis.ticks.map(\.value)
    let shown = axis.ticks.map(\.label).joined(separator: ", ")
    guard values.count > 1 else { return "the axis has a single tick, \(shown)" }
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    guard let step = steps.first, step > 0 else { return "the ticks \(shown) do not rise" }
    if steps.contains(where: { ($0 - step).magnitude > step * 1e-6 }) {
      return "the steps between the ticks \(shown) differ"
    }
    let digit = step / pow(10, floor(log10(step) + 1e-9))
    if ![1, 2, 2.5, 5, 10].contains(where: { ($0 - digit).magnitude < 1e-6 }) {
      return "the step \(step) of the ticks \(shown) is not round"
    }
    return values.count > 7 ? "the axis has \(values.count) ticks: \(shown)" : nil
  }
}
