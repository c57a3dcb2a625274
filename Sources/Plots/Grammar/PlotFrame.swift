/// The ground a mark draws on: where the axes lie and how things look.
package struct PlotFrame {
  /// The rectangle between the axes.
  package let area: Rect
  /// The horizontal axis.
  package let x: PlotScale
  /// The vertical axis.
  package let y: PlotScale
  /// Colors, sizes, numbers and fonts.
  package let style: PlotStyle
  /// The size of the whole chart.
  package let size: Size

  /// The place of two values.
  package func point(_ x: Double, _ y: Double) -> Point {
    Point(self.x.position(x), self.y.position(y))
  }

  /// The area and a little around it, so that lines on the edge keep their width.
  package var clip: Rect { area.inset(left: -3, top: -3, right: -3, bottom: -3) }

  /// The baseline that centers a text of a style on a height: capitals are 0.727 of the size.
  package static func baseline(centeredOn y: Double, _ style: TextStyle) -> Double {
    y + style.size * 0.36
  }
}
