/// An upright rectangle in points; always finite, never of negative size.
package struct Rect: Sendable, Hashable {
  /// The upper left corner.
  package let origin: Point
  /// Width and height.
  package let size: Size

  /// A rectangle from its corner and size.
  package init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A rectangle from its corner's place and its size; a negative size grows to the other side.
  package init(x: Double, y: Double, width: Double, height: Double) {
    origin = Point(width < 0 ? x + width : x, height < 0 ? y + height : y)
    size = Size(abs(width), abs(height))
  }

  /// The rectangle between two opposite corners.
  package init(from one: Point, to other: Point) {
    self.init(x: one.x, y: one.y, width: other.x - one.x, height: other.y - one.y)
  }

  /// The left edge.
  package var minX: Double { origin.x }
  /// The right edge.
  package var maxX: Double { origin.x + size.width }
  /// The upper edge.
  package var minY: Double { origin.y }
  /// The lower edge.
  package var maxY: Double { origin.y + size.height }
  /// Halfway between left and right.
  package var midX: Double { origin.x + size.width / 2 }
  /// Halfway between top and bottom.
  package var midY: Double { origin.y + size.height / 2 }
  /// From left to right.
  package var width: Double { size.width }
  /// From top to bottom.
  package var height: Double { size.height }

  /// The rectangle with its edges moved inward.
  package func inset(
    left: Double = 0,
    top: Double = 0,
    right: Double = 0,
    bottom: Double = 0
  )
    -> Rect
  {
    Rect(
      x: minX + left,
      y: minY + top,
      width: max(0, width - left - right),
      height: max(0, height - top - bottom)
    )
  }

  /// The rectangle at another place.
  package func moved(by shift: Point) -> Rect {
    Rect(origin: origin + shift, size: size)
  }

  /// Whether a place lies inside or on the edge.
  package func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// Whether another rectangle lies wholly inside, but for a tolerance.
  package func contains(_ other: Rect, tolerance: Double = 0) -> Bool {
    other.minX >= minX - tolerance && other.maxX <= maxX + tolerance
      && other.minY >= minY - tolerance && other.maxY <= maxY + tolerance
  }

  /// Whether two rectangles share more than a tolerated strip.
  package func overlaps(_ other: Rect, tolerance: Double = 0) -> Bool {
    min(maxX, other.maxX) - max(minX, other.minX) > tolerance
      && min(maxY, other.maxY) - max(minY, other.minY) > tolerance
  }
}
