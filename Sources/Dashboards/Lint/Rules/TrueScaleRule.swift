import Foundation
import Plots

/// Equal steps of time or value are equal distances, on log axes equal ratios.
struct TrueScaleRule: AxisRule {
  let point = 18
  let name = "true-scale"

  func problem(_ axis: AxisFact) -> String? {
    guard axis.spread != .band, let first = axis.ticks.first, let last = axis.ticks.last else {
      return nil
    }
    func spread(_ value: Double) -> Double { axis.spread == .log ? log10(value) : value }
    let reach = spread(last.value) - spread(first.value)
    guard reach > 0 else { return nil }
    let wrong = axis.ticks.first { tick in
      let share = (spread(tick.value) - spread(first.value)) / reach
      return (first.place + share * (last.place - first.place) - tick.place).magnitude > 1
    }
    return wrong.map { "the tick “\($0.label)” does not stand where its value belongs" }
  }
}
