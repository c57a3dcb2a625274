import RealModule

/// Turns values of one axis into places on the page.
package struct PlotScale: Sendable, Hashable {
  /// How values are spread.
  package enum Kind: Sendable, Hashable {
    /// Equal steps, equal distances.
    case linear
    /// Equal ratios, equal distances.
    case log
    /// One band for each of a number of things; the value is the thing's place, 0 for the first.
    case band(Int)
  }

  /// How values are spread.
  package let kind: Kind
  /// The value at `start`.
  package let low: Double
  /// The value at `end`.
  package let high: Double
  /// Where the axis begins, in points.
  package let start: Double
  /// Where the axis ends, in points; before `start` for an axis that grows upward.
  package let end: Double

  /// A scale between two values and two places; a log scale needs values above zero, else it is linear.
  package init(_ kind: Kind, low: Double, high: Double, start: Double, end: Double) {
    self.kind = kind == .log && low <= 0 ? .linear : kind
    self.low = low
    self.high = high
    self.start = start
    self.end = end
  }

  /// The place of a value; the middle of a thing's band.
  package func position(_ value: Double) -> Double {
    let share =
      switch kind {
      case .linear: high > low ? (value - low) / (high - low) : 0.5
      case .log:
        high > low && value > 0
          ? Double.log10(value / low) / Double.log10(high / low) : value > 0 ? 0.5 : 0
      case .band(let count): count > 0 ? (value + 0.5) / Double(count) : 0.5
      }
    return start + (share.isFinite ? share : 0) * (end - start)
  }

  /// The place of a value, moved to the nearest end when it lies outside.
  package func clampedPosition(_ value: Double) -> Double {
    min(max(position(value), min(start, end)), max(start, end))
  }

  /// The width of one band; of the whole axis when there are no bands.
  package var bandWidth: Double {
    let length = (end - start).magnitude
    guard case .band(let count) = kind, count > 0 else { return length }
    return length / Double(count)
  }
}
