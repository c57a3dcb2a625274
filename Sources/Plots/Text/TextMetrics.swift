/// How much room a text takes, in points.
package struct TextMetrics: Sendable, Hashable {
  /// From the pen's start to its end: what the next text would be moved by.
  package let width: Double
  /// Letters that no installed font can show.
  package let unknownGlyphs: Int
}
