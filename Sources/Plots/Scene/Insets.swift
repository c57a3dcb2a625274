/// Space kept free along the four edges, in points.
package struct Insets: Sendable, Hashable {
  /// Space at the left edge.
  package var left: Double
  /// Space at the upper edge.
  package var top: Double
  /// Space at the right edge.
  package var right: Double
  /// Space at the lower edge.
  package var bottom: Double

  /// Space along the edges, none where not given.
  package init(left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// For each edge the larger of the two.
  package func union(_ other: Insets) -> Insets {
    Insets(
      left: max(left, other.left),
      top: max(top, other.top),
      right: max(right, other.right),
      bottom: max(bottom, other.bottom)
    )
  }
}
