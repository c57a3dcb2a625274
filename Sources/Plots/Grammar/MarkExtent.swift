/// The least and greatest values that a mark shows; nil where it shows none.
package struct MarkExtent: Sendable, Hashable {
  /// Along the horizontal axis.
  package let x: ClosedRange<Double>?
  /// Along the vertical axis.
  package let y: ClosedRange<Double>?

  /// The extent of given values; what is not a number does not count.
  package init(x: some Sequence<Double>, y: some Sequence<Double>) {
    self.x = Self.range(x)
    self.y = Self.range(y)
  }

  /// The extent of nothing.
  package static let none = MarkExtent(x: [], y: [])

  private static func range(_ values: some Sequence<Double>) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    return low <= high ? low...high : nil
  }
}
