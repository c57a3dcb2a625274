/// Names to the right of the ends of lines, moved apart until none lies on another.
package struct EndLabelMark: Mark {
  /// One name.
  package struct Label: Sendable, Hashable {
    /// The value of the vertical axis it belongs to.
    package let y: Double
    /// The name.
    package let text: String
    /// Whose color it has.
    package let paint: Paint

    /// A name at a value.
    package init(y: Double, text: String, paint: Paint = .ink) {
      self.y = y
      self.text = SafeText.label(text)
      self.paint = paint
    }
  }

  /// The names.
  package let labels: [Label]
  /// The widest a name may be, in points.
  package let maxWidth: Double

  /// Names; those without a value are left out.
  package init(_ labels: [Label], maxWidth: Double = 110) {
    self.labels = labels.filter(\.y.isFinite)
    self.maxWidth = maxWidth
  }

  private static let leader = 12.0

  /// Nothing of its own: the lines have the values.
  package var extent: MarkExtent { .none }

  /// Room for the widest name.
  package func margins(_ style: PlotStyle) -> Insets {
    let font = style.type[.data].proportionalFigures
    let widest = labels.map { style.measure.width($0.text, style: font) }.max()
    return Insets(right: widest.map { min($0, maxWidth) + Self.leader + 4 } ?? 0)
  }

  /// Draws the names, with a thin line back to the value where a name had to move.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let font = frame.style.type[.data].proportionalFigures
    let wanted = labels.map { frame.y.clampedPosition($0.y) }
    let half = font.size / 2
    let low = min(frame.area.minY + half, frame.area.maxY)
    let places = LabelSpacing.spread(
      wanted,
      gap: font.leading,
      in: low...max(low, frame.size.height - half)
    )
    let x = frame.area.maxX + 4
    for (index, label) in labels.enumerated() {
      let moved = (places[index] - wanted[index]).magnitude > 1.5
      if moved {
        scene.line(
          Point(x, wanted[index]),
          Point(x + Self.leader - 2, places[index]),
          Stroke(frame.style.theme.secondary, width: 0.5)
        )
      }
      scene.text(
        label.text,
        at: Point(x + Self.leader, PlotFrame.baseline(centeredOn: places[index], font)),
        style: font,
        color: label.paint.look(in: frame.style.theme).text,
        maxWidth: max(0, frame.size.width - x - Self.leader)
      )
    }
  }
}
