/// What one axis of a chart says: its scale, its ends and its marked values.
package struct AxisFact: Sendable, Equatable {
  /// How values are spread along it.
  package enum Spread: String, Sendable, Hashable {
    /// Equal steps.
    case linear
    /// Equal ratios.
    case log
    /// One band for each name.
    case band
    /// Days.
    case time
  }

  /// One marked value.
  package struct Tick: Sendable, Equatable {
    /// The value.
    package let value: Double
    /// Where it lies, in points along the axis.
    package let place: Double
    /// What is written there.
    package let label: String

    /// A marked value.
    package init(_ value: Double, at place: Double, label: String) {
      self.value = value
      self.place = place
      self.label = label
    }
  }

  /// How values are spread.
  package let spread: Spread
  /// What is measured, as written beside it.
  package let title: String?
  /// The value at the left or lower end.
  package let low: Double
  /// The value at the other end.
  package let high: Double
  /// Whether the ticks were chosen as round values, not given.
  package let isRound: Bool
  /// The marked values.
  package let ticks: [Tick]

  /// What an axis says.
  package init(
    _ spread: Spread,
    title: String? = nil,
    from low: Double,
    to high: Double,
    isRound: Bool = true,
    ticks: [Tick] = []
  ) {
    self.spread = spread
    self.title = title
    self.low = low
    self.high = high
    self.isRound = isRound
    self.ticks = ticks
  }
}
