extension Scene {
  /// Adds a line of text.
  package mutating func text(
    _ text: String,
    at position: Point,
    style: TextStyle,
    color: Color,
    anchor: TextRun.Anchor = .start,
    maxWidth: Double? = nil,
    ellipsis: TextRun.Ellipsis = .end,
    halo: Color? = nil
  ) {
    add(
      .text(
        TextRun(
          text,
          at: position,
          style: style,
          color: color,
          anchor: anchor,
          maxWidth: maxWidth,
          ellipsis: ellipsis,
          halo: halo
        )
      )
    )
  }

  /// Adds lines of text below each other, the first on the given baseline; returns the baseline
  /// after the last.
  @discardableResult
  package mutating func lines(
    _ lines: [String],
    at position: Point,
    style: TextStyle,
    color: Color,
    anchor: TextRun.Anchor = .start
  ) -> Double {
    var y = position.y
    for line in lines {
      text(line, at: Point(position.x, y), style: style, color: color, anchor: anchor)
      y += style.leading
    }
    return y
  }

  /// Adds a straight line.
  package mutating func line(_ from: Point, _ to: Point, _ stroke: Stroke) {
    add(.path(.line(from, to), stroke: stroke))
  }

  /// Adds a filled rectangle.
  package mutating func fill(_ rect: Rect, _ color: Color, radius: Double = 0) {
    add(.rectangle(rect, radius: radius, fill: .color(color)))
  }

  /// Adds the outline of a rectangle, drawn wholly inside of it.
  package mutating func outline(_ rect: Rect, _ stroke: Stroke, radius: Double = 0) {
    let half = stroke.width / 2
    add(
      .rectangle(
        rect.inset(left: half, top: half, right: half, bottom: half),
        radius: radius,
        stroke: stroke
      )
    )
  }
}
