/// One thing on a page.
package indirect enum SceneItem: Sendable, Equatable {
  /// A line or figure.
  case path(Path, fill: Fill? = nil, stroke: Stroke? = nil)
  /// A rectangle, its corners rounded by a radius.
  case rectangle(Rect, radius: Double = 0, fill: Fill? = nil, stroke: Stroke? = nil)
  /// A circle.
  case circle(Point, radius: Double, fill: Fill? = nil, stroke: Stroke? = nil)
  /// Many small discs of one color.
  case dots([Point], diameter: Double, color: Color)
  /// A line of text.
  case text(TextRun)
  /// A picture made of dots.
  case image(Raster, in: Rect)
  /// Items that belong together.
  case group(SceneGroup)
  /// A region that leads to a destination when clicked.
  case link(Rect, to: String)
  /// A place that links and outlines lead to.
  case destination(String, at: Point)
}
