/// A line from value to value.
package struct LineMark: Mark {
  /// Where the line has dots.
  package enum Dots: Sendable, Hashable {
    /// Nowhere.
    case none
    /// At every value.
    case all
    /// At the last value.
    case last
  }

  /// A value of both axes.
  package typealias Value = (x: Double, y: Double)

  /// The values in drawing order.
  package let values: [Value]
  /// Whose color, dash and marker the line has.
  package let paint: Paint
  /// Where it has dots.
  package let dots: Dots
  /// The thickness of the line.
  package let width: Double
  /// Whether the dash of its paint is drawn; solid lines are easier to follow when names stand beside.
  package let isDashed: Bool

  /// A line; values that are not numbers break it.
  package init(
    _ values: [Value],
    paint: Paint = .single,
    dots: Dots = .none,
    width: Double = 1.5,
    isDashed: Bool = false
  ) {
    self.values = values
    self.paint = paint
    self.dots = dots
    self.width = width
    self.isDashed = isDashed
  }

  /// All values.
  package var extent: MarkExtent {
    let sound = values.filter { $0.x.isFinite && $0.y.isFinite }
    return MarkExtent(x: sound.map(\.x), y: sound.map(\.y))
  }

  /// Draws the line, then its dots.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let look = paint.look(in: frame.style.theme)
    let runs = values.split { !$0.x.isFinite || !$0.y.isFinite }.map { run in
      run.map { frame.point($0.x, $0.y) }
    }
    let dash = isDashed ? look.dash : []
    scene.group(tag: paint.hasLetter ? look.letter : nil, clip: frame.clip) { scene in
      for run in runs where run.count > 1 {
        scene.add(
          .path(
            .polyline(run),
            stroke: Stroke(look.fill, width: width, dash: dash, cap: dash.isEmpty ? .round : .butt)
          )
        )
      }
      for point in dotted(runs) {
        scene.add(
          look.marker.items(
            at: point,
            size: width * 3,
            color: look.fill,
            page: frame.style.theme.page
          )
        )
      }
    }
  }

  private func dotted(_ runs: [[Point]]) -> [Point] {
    switch dots {
    case .all: runs.flatMap(\.self)
    case .last: [runs.last?.last].compactMap(\.self)
    // A value with gaps on both sides has no line; without a dot it would be lost.
    case .none: runs.filter { $0.count == 1 }.flatMap(\.self)
    }
  }
}
