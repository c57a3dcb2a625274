/// The region between two lines, such as the range of repeated runs.
package struct AreaMark: Mark {
  /// A value of the horizontal axis with the two ends above it.
  package typealias Value = (x: Double, low: Double, high: Double)

  /// The values from left to right.
  package let values: [Value]
  /// Whose color the region has.
  package let paint: Paint
  /// How much it covers, 0 to 1.
  package let opacity: Double

  /// A region; values that are not numbers are left out.
  package init(_ values: [Value], paint: Paint = .single, opacity: Double = 1) {
    self.values = values.filter { $0.x.isFinite && $0.low.isFinite && $0.high.isFinite }
    self.paint = paint
    self.opacity = opacity
  }

  /// All values.
  package var extent: MarkExtent {
    MarkExtent(x: values.map(\.x), y: values.map(\.low) + values.map(\.high))
  }

  /// Draws the region.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let look = paint.look(in: frame.style.theme)
    let upper = values.map { frame.point($0.x, $0.high) }
    let lower = values.reversed().map { frame.point($0.x, $0.low) }
    scene.group(tag: paint.hasLetter ? look.letter : nil, clip: frame.clip) { scene in
      scene.add(.path(.polygon(upper + lower), fill: .color(look.fill.opacity(opacity))))
    }
  }
}
