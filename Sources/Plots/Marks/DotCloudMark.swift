/// Thousands of small dots of one color; from 5,000 on use `RasterMark`.
package struct DotCloudMark: Mark {
  /// A place on both axes.
  package typealias Value = (x: Double, y: Double)

  /// The places.
  package let values: [Value]
  /// Whose color the dots have.
  package let paint: Paint
  /// How wide a dot is.
  package let diameter: Double
  /// How much a dot covers, 0 to 1.
  package let opacity: Double

  /// Dots; places that are not numbers are left out.
  package init(
    _ values: [Value],
    paint: Paint = .single,
    diameter: Double = 2.4,
    opacity: Double = 0.7
  ) {
    self.values = values.filter { $0.x.isFinite && $0.y.isFinite }
    self.paint = paint
    self.diameter = diameter
    self.opacity = opacity
  }

  /// All places.
  package var extent: MarkExtent {
    MarkExtent(x: values.lazy.map(\.x), y: values.lazy.map(\.y))
  }

  /// Draws the dots in one go.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let look = paint.look(in: frame.style.theme)
    let points = values.map { frame.point($0.x, $0.y) }.filter(frame.area.contains)
    guard !points.isEmpty else { return }
    scene.group(tag: paint.hasLetter ? look.letter : nil) { scene in
      scene.add(.dots(points, diameter: diameter, color: look.fill.opacity(opacity)))
    }
  }
}
