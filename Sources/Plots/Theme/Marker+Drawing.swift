import RealModule

extension Marker {
  /// The marker around a place, as wide as a disc of the given diameter looks.
  package func items(at center: Point, size: Double, color: Color, page: Color) -> [SceneItem] {
    let radius = size / 2
    switch self {
    case .disc: return [.circle(center, radius: radius, fill: .color(color))]
    case .ring:
      return [
        .circle(
          center,
          radius: radius * 0.85,
          fill: .color(page),
          stroke: Stroke(color, width: max(0.75, size * 0.2))
        )
      ]
    case .cross:
      let r = radius * 0.7
      let stroke = Stroke(color, width: max(0.75, size * 0.2))
      return [
        .path(
          Path([
            .move(center + Point(-r, -r)), .line(center + Point(r, r)),
            .move(center + Point(-r, r)), .line(center + Point(r, -r)),
          ]),
          stroke: stroke
        )
      ]
    case .square, .triangle, .diamond, .triangleDown, .plus, .star:
      return [.path(.polygon(corners(center, radius)), fill: .color(color))]
    case .openSquare, .openTriangle, .openDiamond, .openTriangleDown:
      return [
        .path(
          .polygon(corners(center, radius * 0.9)),
          fill: .color(page),
          stroke: Stroke(color, width: max(0.75, size * 0.2))
        )
      ]
    }
  }

  private func corners(_ center: Point, _ r: Double) -> [Point] {
    let shape: [(Double, Double)] =
      switch self {
      case .square, .openSquare: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
      case .triangle, .openTriangle: [(0, -1.1), (1.1, 0.85), (-1.1, 0.85)]
      case .triangleDown, .openTriangleDown: [(0, 1.1), (-1.1, -0.85), (1.1, -0.85)]
      case .diamond, .openDiamond: [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]
      case .plus:
        [
          (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
          (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
        ]
      case .star: Self.starCorners
      case .disc, .ring, .cross: []
      }
    return shape.map { center + Point($0.0 * r, $0.1 * r) }
  }

  private static let starCorners: [(Double, Double)] = (0..<10).map { corner in
    let radius = corner.isMultiple(of: 2) ? 1.25 : 0.55
    let angle = Double(corner) * .pi / 5
    return (radius * Double.sin(angle), -radius * Double.cos(angle))
  }
}
