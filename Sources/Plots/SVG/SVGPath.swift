/// Writes paths as SVG does.
enum SVGPath {
  /// The strokes of a path.
  static func text(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let point): "M\(pair(point))"
      case .line(let point): "L\(pair(point))"
      case .curve(let one, let two, let end): "C\(pair(one)) \(pair(two)) \(pair(end))"
      case .close: "Z"
      }
    }.joined()
  }

  /// Strokes of no length, relative to each other and in tenths: about nine bytes a dot.
  static func dots(_ points: [Point]) -> String {
    var result = ""
    var x = 0
    var y = 0
    for (index, point) in points.enumerated() {
      // Whole tenths are added up, so that rounding does not.
      let nextX = Int((point.x * 10).rounded())
      let nextY = Int((point.y * 10).rounded())
      let step = "\(tenths(nextX - x)) \(tenths(nextY - y))"
      result += (index == 0 ? "M" : "m") + step + "h0"
      x = nextX
      y = nextY
    }
    return result
  }

  private static func tenths(_ value: Int) -> String {
    SVGNumber.text(Double(value) / 10)
  }

  private static func pair(_ point: Point) -> String {
    "\(SVGNumber.text(point.x)) \(SVGNumber.text(point.y))"
  }
}
