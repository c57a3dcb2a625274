/// What the colors of a chart mean, in one row above it.
///
/// Names beside the marks are better; this is for marks that leave no room.
package struct Legend: Sendable {
  /// How a color is shown.
  package enum Key: Sendable, Hashable {
    /// A filled square.
    case area
    /// A pale square with an outline.
    case outline
    /// A piece of line with dash and marker.
    case line
    /// The letter of a segment in its color.
    case letter
  }

  /// One color and its meaning.
  package struct Item: Sendable, Hashable {
    /// The meaning.
    package let text: String
    /// Whose color.
    package let paint: Paint
    /// How it is shown.
    package let key: Key

    /// A color and its meaning.
    package init(_ text: String, paint: Paint, key: Key = .area) {
      self.text = SafeText.label(text)
      self.paint = paint
      self.key = key
    }
  }

  /// The colors in the order of the data.
  package let items: [Item]

  /// What colors mean.
  package init(_ items: [Item]) {
    self.items = items
  }

  /// The row or rows as a picture of a given width.
  package func scene(width: Double, style: PlotStyle) -> Scene {
    let font = style.type[.axis].proportionalFigures
    let pitch = font.size * 1.6
    var places: [(x: Double, row: Int, limit: Double)] = []
    var x = 0.0
    var row = 0
    for item in items {
      let key = keyWidth(item.key, font) + 5
      let needed = min(key + style.measure.width(item.text, style: font), width)
      if x > 0, x + needed > width {
        x = 0
        row += 1
      }
      places.append((x, row, needed - key))
      x += needed + 12
    }
    var scene = Scene(size: Size(width, items.isEmpty ? 0 : Double(row + 1) * pitch))
    for (item, place) in zip(items, places) {
      let middle = (Double(place.row) + 0.5) * pitch
      let look = item.paint.look(in: style.theme)
      draw(item.key, look, x: place.x, middle: middle, style: style, on: &scene)
      scene.text(
        item.text,
        at: Point(
          place.x + keyWidth(item.key, font) + 5,
          PlotFrame.baseline(centeredOn: middle, font)
        ),
        style: font,
        color: item.key == .letter ? look.text : style.theme.secondary,
        maxWidth: place.limit + 0.5
      )
    }
    return scene
  }

  private func keyWidth(_ key: Key, _ font: TextStyle) -> Double {
    switch key {
    case .area, .outline: font.size * 8 / 7.5
    case .line: font.size * 16 / 7.5
    case .letter: font.size * 10 / 7.5
    }
  }

  private func draw(
    _ key: Key,
    _ look: SegmentStyle,
    x: Double,
    middle: Double,
    style: PlotStyle,
    on scene: inout Scene
  ) {
    let side = keyWidth(key, style.type[.axis])
    let square = Rect(x: x, y: middle - side / 2, width: side, height: side)
    switch key {
    case .area: scene.add(.rectangle(square, fill: look.area))
    case .outline:
      scene.fill(square, look.tint)
      scene.outline(square, Stroke(look.fill, width: 0.75))
    case .line:
      scene.line(
        Point(x, middle),
        Point(x + side, middle),
        Stroke(look.fill, width: 1.5, dash: look.dash)
      )
      scene.add(
        look.marker.items(
          at: Point(x + side / 2, middle),
          size: 5,
          color: look.fill,
          page: style.theme.page
        )
      )
    case .letter: scene.badge(look, in: square, style: style)
    }
  }
}
