extension SVGWriter {
  /// Place and size of a rectangle.
  static func box(_ rect: Rect) -> String {
    place("x", "y", rect.origin) + " width=\"\(SVGNumber.text(rect.width))\""
      + " height=\"\(SVGNumber.text(rect.height))\""
  }

  /// A place under two names.
  static func place(_ x: String, _ y: String, _ point: Point) -> String {
    " \(x)=\"\(SVGNumber.text(point.x))\" \(y)=\"\(SVGNumber.text(point.y))\""
  }

  /// A shift.
  static func shift(_ point: Point) -> String {
    "translate(\(SVGNumber.text(point.x)) \(SVGNumber.text(point.y)))"
  }

  /// A color with its opacity.
  static func paint(_ key: String, _ color: Color) -> String {
    let opacity =
      color.opacity < 1 ? " \(key)-opacity=\"\(SVGNumber.text(color.opacity))\"" : ""
    return " \(key)=\"\(color.hex)\"\(opacity)"
  }

  /// The class by which a style sheet recolors a themed shape.
  static func name(of color: Color, _ kind: String) -> String? {
    color.name.map { "\(kind)-\($0)" }
  }

  /// Classes as an attribute.
  static func list(_ classes: [String]) -> String {
    classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
  }
}
