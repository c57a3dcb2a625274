import Plots

/// A picture in the making: a scene whose height is known only when all is drawn.
struct Drawing {
  let style: Style
  /// The width that may be drawn on.
  let width: Double
  private(set) var items: [SceneItem] = []
  /// The bars and slices among the items, with their values.
  private(set) var marks: [MarkFact] = []

  init(width: Double, style: Style) {
    self.width = width
    self.style = style
  }

  var theme: Theme { style.theme }

  /// The picture, as high as given.
  func scene(height: Double) -> Scene {
    var scene = Scene(size: Size(width, height))
    guard !marks.isEmpty else {
      scene.add(items)
      return scene
    }
    let fact = ChartFact(area: scene.bounds, marks: marks)
    scene.add(.group(SceneGroup(items, fact: .chart(fact))))
    return scene
  }

  /// Remembers which value a bar or slice stands for.
  mutating func note(_ kind: String, _ piece: MarkPiece) {
    if let place = marks.firstIndex(where: { $0.kind == kind }) {
      marks[place].pieces.append(piece)
    } else {
      marks.append(MarkFact(kind, pieces: [piece]))
    }
  }

  mutating func add(_ item: SceneItem) {
    items.append(item)
  }

  mutating func add(_ more: [SceneItem]) {
    items += more
  }

  /// Another picture with its corner at a place.
  mutating func place(_ scene: Scene, _ x: Double, _ y: Double) {
    items.append(.group(SceneGroup(scene.items, offset: Point(x, y))))
  }

  /// A line of text on a baseline.
  mutating func text(_ text: String, _ x: Double, _ y: Double, _ lettering: Lettering) {
    guard !text.isEmpty else { return }
    items.append(
      .text(
        TextRun(
          text,
          at: Point(x, y),
          style: style.text(lettering),
          color: style.color(lettering),
          anchor: lettering.anchor,
          maxWidth: lettering.limit,
          halo: lettering.halo
        )
      )
    )
  }

  /// Text broken into lines; returns the baseline after the last.
  @discardableResult
  mutating func paragraph(
    _ text: String,
    _ x: Double,
    _ y: Double,
    _ lettering: Lettering,
    lines: Int = .max
  ) -> Double {
    let width = lettering.limit ?? width - x
    let font = style.text(lettering)
    let broken = style.measure.wrap(text, width: width, style: font, maxLines: lines)
    return self.lines(broken, x, y, lettering)
  }

  /// A heading in one line or in several of about equal width; returns the baseline after the last.
  mutating func heading(
    _ text: String,
    _ x: Double,
    _ y: Double,
    _ lettering: Lettering,
    lines: Int = 2
  ) -> Double {
    let width = lettering.limit ?? width - x
    let font = style.text(lettering)
    let broken = style.measure.balanced(text, width: width, style: font, maxLines: lines)
    return self.lines(broken, x, y, lettering)
  }

  /// Lines below each other; returns the baseline after the last.
  private mutating func lines(
    _ lines: [String],
    _ x: Double,
    _ y: Double,
    _ lettering: Lettering
  ) -> Double {
    for (place, line) in lines.enumerated() {
      text(line, x, y + Double(place) * style.text(lettering).leading, lettering)
    }
    return y + Double(lines.count) * style.text(lettering).leading
  }

  /// A filled rectangle.
  mutating func fill(_ rect: Rect, _ color: Color, radius: Double = 0) {
    add(.rectangle(rect, radius: radius, fill: .color(color)))
  }

  /// A straight line.
  mutating func line(_ from: Point, _ to: Point, _ stroke: Stroke) {
    add(.path(.line(from, to), stroke: stroke))
  }

  /// A rule across the picture.
  mutating func rule(_ y: Double, from: Double = 0, to: Double? = nil, strong: Bool = false) {
    line(
      Point(from, y),
      Point(to ?? width, y),
      Stroke(strong ? theme.axis : theme.grid, width: strong ? 0.75 : 0.5)
    )
  }

  /// The line that bars stand on.
  mutating func baseline(_ from: Point, _ to: Point) {
    line(from, to, Stroke(theme.axis, width: 0.75))
  }

  /// The square with a segment's letter; `y` is its upper edge.
  mutating func tag(_ portrait: Portrait, _ x: Double, _ y: Double, side: Double = 10.5) {
    let rect = Rect(x: x, y: y, width: side, height: side)
    add(.rectangle(rect, radius: 2, fill: portrait.look.area))
    let size = max(7, side * (portrait.letter.count > 1 ? 0.6 : 0.75))
    let lettering = Lettering(.data).bold.size(size).middle.color(portrait.look.ink)
    text(portrait.letter, x + side / 2, y + side / 2 + size * 0.364, lettering)
  }

  /// Tag and name of a segment on a baseline, no wider than given.
  mutating func name(
    _ portrait: Portrait,
    _ x: Double,
    _ y: Double,
    within width: Double,
    _ lettering: Lettering = .data
  ) {
    let side = 10.5
    tag(portrait, x, y - side + 2.2, side: side)
    text(
      portrait.name,
      x + side + 5,
      y,
      lettering.bold.color(portrait.look.text).within(width - side - 5)
    )
  }

  /// The colors and letters of segments in a row or, when too wide, in several.
  ///
  /// Returns the y below the last row.
  mutating func legend(_ portraits: [Portrait], _ x: Double, _ y: Double) -> Double {
    var (left, baseline) = (x, y + 9)
    for portrait in portraits {
      let wanted = style.width(portrait.name, .data.bold) + 16
      let needed = min(wanted, width - x)
      if left > x, left + needed > width {
        left = x
        baseline += 15
      }
      name(portrait, left, baseline, within: needed + 0.1)
      left += needed + 14
    }
    return baseline + 6
  }
}
