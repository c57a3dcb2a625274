/// How the inside of a shape is painted.
package enum Fill: Sendable, Hashable {
  /// With one color.
  case color(Color)
  /// With parallel lines.
  case hatch(Hatch)
}
