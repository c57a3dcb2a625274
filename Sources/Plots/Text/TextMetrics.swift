/// How much room a text takes, in points.
package struct TextMetrics: Sendable, Hashable {
  /// From the pen's start to its end: what the next text would be moved by.
  package let width: Double
  /// From the baseline up to the top of the line.
  package let ascent: Double
  /// From the baseline down to the bottom of the line.
  package let descent: Double
  /// The rectangle that has ink in it, relative to the start of the baseline.
  package let ink: Rect
  /// Letters that no installed font can show.
  package let unknownGlyphs: Int

  /// The height of the line.
  package var height: Double { ascent + descent }
}
