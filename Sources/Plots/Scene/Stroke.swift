/// How the outline of a shape is drawn.
package struct Stroke: Sendable, Hashable {
  /// The shape of a line's ends.
  package enum Cap: String, Sendable, Hashable {
    /// Ends exactly at the last point.
    case butt
    /// Ends with a half disc.
    case round
  }

  /// The color of the line.
  package var color: Color
  /// The thickness in points.
  package var width: Double
  /// Lengths drawn and left out in turn, in points; empty for a solid line.
  package var dash: [Double]
  /// The shape of its ends; corners are round when the ends are.
  package var cap: Cap

  /// A line; negative widths and dashes become 0.
  package init(_ color: Color, width: Double, dash: [Double] = [], cap: Cap = .butt) {
    self.color = color
    self.width = max(0, Coordinate.clamped(width))
    // Cairo refuses a dash whose lengths are all zero.
    let lengths = dash.map { max(0, Coordinate.clamped($0)) }
    self.dash = lengths.reduce(0, +) > 0 ? lengths : []
    self.cap = cap
  }
}
