/// Texts at places between the axes, readable on any ground.
package struct LabelMark: Mark {
  /// One text.
  package struct Label: Sendable, Hashable {
    /// Its place along the horizontal axis.
    package let x: Double
    /// Its place along the vertical axis.
    package let y: Double
    /// The text.
    package let text: String
    /// Whose color it has.
    package let paint: Paint
    /// What of the text stands at the place.
    package let anchor: TextRun.Anchor

    /// A text at a place.
    package init(
      x: Double,
      y: Double,
      text: String,
      paint: Paint = .ink,
      anchor: TextRun.Anchor = .middle
    ) {
      self.x = x
      self.y = y
      self.text = SafeText.label(text)
      self.paint = paint
      self.anchor = anchor
    }
  }

  /// The texts.
  package let labels: [Label]

  /// Texts; those without a place are left out.
  package init(_ labels: [Label]) {
    self.labels = labels.filter { $0.x.isFinite && $0.y.isFinite }
  }

  /// All places.
  package var extent: MarkExtent {
    MarkExtent(x: labels.map(\.x), y: labels.map(\.y))
  }

  /// Draws the texts inside of the picture, with a rim in the color of the page.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let font = frame.style.type[.data].weight(.semibold).proportionalFigures
    let measure = frame.style.measure
    for label in labels {
      let width = measure.width(label.text, style: font)
      let place = frame.point(label.x, label.y)
      let left =
        switch label.anchor {
        case .start: place.x
        case .middle: place.x - width / 2
        case .end: place.x - width
        }
      let inside = max(frame.area.minX, min(left, frame.area.maxX - width))
      let y = min(max(place.y, frame.area.minY + font.size / 2), frame.area.maxY - font.size / 2)
      scene.text(
        label.text,
        at: Point(inside, PlotFrame.baseline(centeredOn: y, font)),
        style: font,
        color: label.paint.look(in: frame.style.theme).text,
        maxWidth: frame.area.width,
        halo: frame.style.theme.page
      )
    }
  }
}
