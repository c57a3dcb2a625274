import RealModule

/// A line on the page: straight and curved pieces, open or closed.
package struct Path: Sendable, Equatable {
  /// One stroke of the pen.
  package enum Element: Sendable, Equatable {
    /// Lift the pen and put it down here.
    case move(Point)
    /// Draw straight to here.
    case line(Point)
    /// Draw a cubic curve with two control points to here.
    case curve(Point, Point, to: Point)
    /// Draw straight to where the pen was last put down.
    case close
  }

  /// The strokes in order.
  package private(set) var elements: [Element]

  /// A path from its strokes.
  package init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// Adds one stroke.
  package mutating func append(_ element: Element) {
    elements.append(element)
  }

  /// Straight pieces from point to point.
  package static func polyline(_ points: [Point]) -> Path {
    Path(points.enumerated().map { $0 == 0 ? .move($1) : .line($1) })
  }

  /// A closed figure with straight sides.
  package static func polygon(_ points: [Point]) -> Path {
    Path(polyline(points).elements + (points.isEmpty ? [] : [.close]))
  }

  /// A straight piece between two points.
  package static func line(_ from: Point, _ to: Point) -> Path {
    Path([.move(from), .line(to)])
  }

  /// An ellipse, turned clockwise by an angle in radians.
  package static func ellipse(
    center: Point,
    radiusX: Double,
    radiusY: Double,
    angle: Double = 0
  ) -> Path {
    // The usual four-piece approximation: off by less than 0.03 % of the radius.
    let k = 0.5522847498
    let cosine = Double.cos(angle)
    let sine = Double.sin(angle)
    func at(_ u: Double, _ v: Double) -> Point {
      let x = u * radiusX
      let y = v * radiusY
      return Point(center.x + x * cosine - y * sine, center.y + x * sine + y * cosine)
    }
    return Path([
      .move(at(1, 0)),
      .curve(at(1, k), at(k, 1), to: at(0, 1)),
      .curve(at(-k, 1), at(-1, k), to: at(-1, 0)),
      .curve(at(-1, -k), at(-k, -1), to: at(0, -1)),
      .curve(at(k, -1), at(1, -k), to: at(1, 0)),
      .close,
    ])
  }

  /// The smallest rectangle around all points and control points; nil for an empty path.
  package var bounds: Rect? {
    var points: [Point] = []
    for element in elements {
      switch element {
      case .move(let point), .line(let point): points.append(point)
      case .curve(let one, let two, let point): points += [one, two, point]
      case .close: break
      }
    }
    guard let first = points.first else { return nil }
    var low = first
    var high = first
    for point in points {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    return Rect(from: low, to: high)
  }
}
