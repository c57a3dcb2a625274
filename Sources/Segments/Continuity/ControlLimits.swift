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
    /// `rows`, or the rule whose share of the rows is unusual.
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
    return (["rows"] + CleaningChoice.rules).compactMap { figure in
      let history = steps.dropLast().compactMap { value(of: $0, figure) }
      guard let value = value(of: last, figure), let limits = Self.limits(history) else {
        return nil
      }
      let low = max(0, limits.low)
      guard value < low || value > limits.high else { return nil }
      return Alarm(figure: figure, value: value, low: low, high: limits.high, runs: history.count)
    }
  }

  /// The figure of one step: its rows, or the share of them that a rule rejected.
  private func value(of step: (RunMemory, RunMemory?), _ figure: String) -> Double? {
    let rows = step.0.rowsRead - (step.1?.rowsRead ?? 0)
    guard figure != "rows" else { return Double(rows) }
    let rejected = step.0.rejected[figure, default: 0] - (step.1?.rejected[figure] ?? 0)
    return rows > 0 ? Double(rejected) / Double(rows) : nil
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
