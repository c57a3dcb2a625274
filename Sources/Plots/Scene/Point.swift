/// A place on a page, in points from its upper left corner; always finite.
package struct Point: Sendable, Hashable {
  /// To the right.
  package let x: Double
  /// Downward.
  package let y: Double

  /// A place; values that cannot be drawn are moved to the nearest that can.
  package init(_ x: Double, _ y: Double) {
    self.x = Coordinate.clamped(x)
    self.y = Coordinate.clamped(y)
  }

  /// The upper left corner.
  package static let zero = Point(0, 0)

  /// The place moved by another seen as a shift.
  package static func + (left: Point, right: Point) -> Point {
    Point(left.x + right.x, left.y + right.y)
  }

  /// The shift from the right place to the left one.
  package static func - (left: Point, right: Point) -> Point {
    Point(left.x - right.x, left.y - right.y)
  }
}
