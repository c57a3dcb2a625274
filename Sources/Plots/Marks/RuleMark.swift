/// A line across the chart at one value, with its name above.
package struct RuleMark: Mark {
  /// Which axis the value belongs to.
  package enum Side: Sendable, Hashable {
    /// A vertical line at a value of the horizontal axis.
    case x
    /// A horizontal line at a value of the vertical axis.
    case y
  }

  /// The value.
  package let value: Double
  /// Which axis it belongs to.
  package let side: Side
  /// The name of the line; drawn only for vertical lines.
  package let label: String?
  /// Whether the line is dashed, as for comparisons, or solid.
  package let isDashed: Bool

  /// A line at a value.
  package init(_ side: Side, _ value: Double, label: String? = nil, isDashed: Bool = true) {
    self.side = side
    self.value = value
    self.label = label
    self.isDashed = isDashed
  }

  /// The value alone.
  package var extent: MarkExtent {
    side == .x ? MarkExtent(x: [value], y: []) : MarkExtent(x: [], y: [value])
  }

  /// The name above the chart.
  package var headings: [MarkHeading] {
    guard side == .x, value.isFinite, let label else { return [] }
    return [MarkHeading(label, value: value)]
  }

  /// Draws the line.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    guard value.isFinite else { return }
    let stroke = Stroke(frame.style.theme.ink, width: 0.75, dash: isDashed ? [3, 2] : [])
    let area = frame.area
    switch side {
    case .x:
      let x = frame.x.clampedPosition(value)
      scene.line(Point(x, area.minY), Point(x, area.maxY), stroke)
    case .y:
      let y = frame.y.clampedPosition(value)
      scene.line(Point(area.minX, y), Point(area.maxX, y), stroke)
    }
  }
}
