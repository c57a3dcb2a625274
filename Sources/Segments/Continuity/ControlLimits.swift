/// Tells whether what a run's deliveries were like is unusual for this dataset, by its own history.
///
/// Shewhart's chart of individual values: mean ± 2.66 × the mean difference of neighbors. Without some history
/// nothing is unusual.
struct ControlLimits {
  /// Fewer earlier runs than this are no history.
  static let fewestRuns = 8
  /// The newest runs that limits are made from.
  static let mostRuns = 40

  /// What was measured, what is usual, and from how many runs that is known.
  struct Alarm: Equatable {
    /// `rows`, `returns` for their share of the orders, or the rule whose share of the rows is unusual.
    var figure: String
    var value: Double
    var low: Double
    var high: Double
    var runs: Int
  }

  /// Earlier runs, oldest first, and the one that is judged.
  let memories: [RunMemory]
  let now: RunMemory

  func alarms() -> [Alarm] {
    let all = Array((memories + [now]).suffix(Self.mostRuns + 1))
    // What a run added is the difference to the one before; the very first counts from nothing.
    let steps = all.indices.dropFirst(memories.count < all.count ? 0 : 1).map { place in
      (all[place], place > 0 ? all[place - 1] : nil)
    }
    guard let last = steps.last else { return [] }
    return (["rows", "returns"] + CleaningChoice.rules).compactMap { figure in
      let history = steps.dropLast().compactMap { value(of: $0, figure) }
      guard let value = value(of: last, figure), let limits = Self.limits(history) else {
        return nil
      }
      let low = max(0, limits.low)
      guard value < low || value > limits.high else { return nil }
      return Alarm(figure: figure, value: value, low: low, high: limits.high, runs: history.count)
    }
  }

  /// The figure of one step: its rows, or a share.
  private func value(of step: (RunMemory, RunMemory?), _ figure: String) -> Double? {
    let rows = step.0.rowsRead - (step.1?.rowsRead ?? 0)
    switch figure {
    case "rows": return Double(rows)
    case "returns": return returns(of: step)
    default:
      let broken = step.0.broken(figure) - (step.1?.broken(figure) ?? 0)
      return rows > 0 ? Double(broken) / Double(rows) : nil
    }
  }

  /// The share of a step's new orders that are returns; in lists of orders they are what is negative.
  private func returns(of step: (RunMemory, RunMemory?)) -> Double? {
    guard let returns = step.0.returns, let orders = step.0.orders else { return nil }
    guard let before = step.1 else {
      return orders + returns > 0 ? Double(returns) / Double(orders + returns) : nil
    }
    guard let former = before.returns, let paid = before.orders else { return nil }
    let (back, all) = (returns - former, orders + returns - paid - former)
    // Corrections of older orders can take away more than a step brought.
    return all > 0 && back >= 0 ? Double(back) / Double(all) : nil
  }

  /// The usual range of a figure; never narrower than a tenth of its mean, so that a figure that never
  /// moved may move a little.
  static func limits(_ values: [Double]) -> (low: Double, high: Double)? {
    guard values.count >= fewestRuns else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let steps = zip(values, values.dropFirst()).map { ($1 - $0).magnitude }
    let reach = 2.66 * steps.reduce(0, +) / Double(steps.count)
    let least = max(0.1 * mean.magnitude, 0.001)
    return (mean - max(reach, least), mean + max(reach, least))
  }
}
