/// Width and height in points; never negative, always finite.
package struct Size: Sendable, Hashable {
  /// From left to right.
  package let width: Double
  /// From top to bottom.
  package let height: Double

  /// A size; negative and undrawable values become the nearest drawable ones.
  package init(_ width: Double, _ height: Double) {
    self.width = max(0, Coordinate.clamped(width))
    self.height = max(0, Coordinate.clamped(height))
  }
}
