/// How one segment looks everywhere: its letter, colors, marker and dash.
package struct SegmentStyle: Sendable, Hashable {
  /// The letter, or a sign for those without one.
  package let letter: String
  /// The color of areas and lines.
  package let fill: Color
  /// The color of its name on the page.
  package let text: Color
  /// A pale ground for its areas.
  package let tint: Color
  /// The color of letters inside `fill`.
  package let ink: Color
  /// Its shape in dot charts.
  package let marker: Marker
  /// Its dash in line charts; empty for solid.
  package let dash: [Double]
  /// Lines over the fill, for what belongs to no segment.
  package let hatch: Hatch?

  /// How areas are painted: hatched for what belongs to no segment, else plain.
  package var area: Fill { hatch.map(Fill.hatch) ?? .color(fill) }
}
