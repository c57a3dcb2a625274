/// A text of a scene as a reader meets it: where it is, how large, on what ground.
package struct TextBox: Sendable, Equatable {
  /// What is drawn, shortened if it had to be.
  package let text: String
  /// The text before it was shortened.
  package let whole: String
  /// The rectangle with ink, on the page.
  package let rect: Rect
  /// What of the page the text may be drawn on; ink outside of it is cut off.
  package let limit: Rect
  /// Size, weight and figures.
  package let style: TextStyle
  /// The color of the letters as seen on the ground.
  package let color: Color
  /// The color under the middle of the text.
  package let backdrop: Color
  /// What the innermost described group around it is.
  package let role: SceneRole
  /// The figure it belongs to, by its place on the page; nil outside of figures.
  package let figure: Int?
  /// From the pen's start to its end, in points.
  package let advance: Double
  /// Letters that no installed font can show.
  package let unknownGlyphs: Int

  /// Whether letters were left out.
  package var isEllipsized: Bool { text != whole }

  /// Whether ink is cut off by the page or a clip, but for half a point.
  package var isClipped: Bool { !limit.contains(rect, tolerance: 0.5) }

  /// The contrast of the letters on their ground, 1 to 21.
  package var contrast: Double { color.contrast(to: backdrop) }
}
