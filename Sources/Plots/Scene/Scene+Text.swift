extension Scene: CustomStringConvertible {
  /// The scene as readable lines, coordinates with two decimals: what golden tests compare.
  package var description: String {
    var lines = ["scene \(SVGNumber.text(size.width))×\(SVGNumber.text(size.height))"]
    if let background { lines[0] += " on \(background.hex)" }
    lines += items.flatMap { Self.lines(for: $0, indent: "  ") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(for item: SceneItem, indent: String) -> [String] {
    switch item {
    case .path(let path, let fill, let stroke):
      ["\(indent)path \(SVGPath.text(path))\(text(fill, stroke))"]
    case .rectangle(let rect, let radius, let fill, let stroke):
      [
        "\(indent)rect \(text(rect))" + (radius > 0 ? " r=\(SVGNumber.text(radius))" : "")
          + text(fill, stroke)
      ]
    case .circle(let center, let radius, let fill, let stroke):
      ["\(indent)circle \(text(center)) r=\(SVGNumber.text(radius))\(text(fill, stroke))"]
    case .dots(let points, let diameter, let color):
      [
        "\(indent)dots \(points.count) d=\(SVGNumber.text(diameter)) \(text(color)) "
          + SVGPath.dots(points)
      ]
    case .text(let run): ["\(indent)text \(text(run))"]
    case .image(let raster, let rect):
      ["\(indent)image \(raster.width)×\(raster.height) in \(text(rect))"]
    case .group(let group):
      ["\(indent)group\(text(group))"]
        + group.items.flatMap { lines(for: $0, indent: indent + "  ") }
    case .link(let rect, let name): ["\(indent)link \(text(rect)) to \(name)"]
    case .destination(let name, let place): ["\(indent)destination \(name) \(text(place))"]
    }
  }

  private static func text(_ group: SceneGroup) -> String {
    var text = group.role == .none ? "" : " \(group.role)"
    if group.offset != .zero { text += " at \(self.text(group.offset))" }
    if let clip = group.clip { text += " clip \(self.text(clip))" }
    if let tag = group.tag { text += " tag=\(tag)" }
    if let title = group.title { text += " “\(title)”" }
    return text
  }

  private static func text(_ run: TextRun) -> String {
    let limit = run.maxWidth.map { " ≤\(SVGNumber.text($0)) \(run.ellipsis)" } ?? ""
    return "\(text(run.position)) \(run.anchor) \(run.style.token) "
      + "\(SVGNumber.text(run.style.size))/\(run.style.weight.rawValue) "
      + "\(text(run.color))\(limit) “\(run.text)”"
  }

  private static func text(_ fill: Fill?, _ stroke: Stroke?) -> String {
    var text = ""
    switch fill {
    case nil: break
    case .color(let color): text += " fill=\(self.text(color))"
    case .hatch(let hatch): text += " hatch=\(self.text(hatch.line))"
    }
    guard let stroke else { return text }
    text += " stroke=\(self.text(stroke.color)) \(SVGNumber.text(stroke.width))"
    if !stroke.dash.isEmpty {
      text += " dash=\(stroke.dash.map(SVGNumber.text).joined(separator: ","))"
    }
    return text
  }

  private static func text(_ color: Color) -> String {
    let opacity = color.opacity < 1 ? "/\(SVGNumber.text(color.opacity))" : ""
    return (color.name ?? color.hex) + opacity
  }

  private static func text(_ point: Point) -> String {
    "\(SVGNumber.text(point.x)),\(SVGNumber.text(point.y))"
  }

  private static func text(_ rect: Rect) -> String {
    "\(text(rect.origin)) \(SVGNumber.text(rect.width))×\(SVGNumber.text(rect.height))"
  }
}
