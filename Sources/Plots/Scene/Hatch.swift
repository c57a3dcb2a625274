/// Parallel lines at 45°, for what must not be told by color alone.
package struct Hatch: Sendable, Hashable {
  /// The color of the lines.
  package var line: Color
  /// What lies between the lines; nil lets the page show.
  package var background: Color?
  /// From line to line, in points.
  package var pitch: Double
  /// The thickness of a line, in points.
  package var width: Double

  /// A hatch with the strokes of the house: 0.6 pt at 4 pt pitch.
  package init(line: Color, background: Color? = nil, pitch: Double = 4, width: Double = 0.6) {
    self.line = line
    self.background = background
    self.pitch = max(1, Coordinate.clamped(pitch))
    self.width = max(0.1, Coordinate.clamped(width))
  }
}
