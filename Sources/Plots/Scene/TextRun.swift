/// One line of text at a place.
package struct TextRun: Sendable, Equatable {
  /// Which part of the text stands at its place.
  package enum Anchor: String, Sendable, Hashable {
    /// The left end.
    case start
    /// The middle.
    case middle
    /// The right end.
    case end
  }

  /// Where letters are left out when the text is too wide.
  package enum Ellipsis: String, Sendable, Hashable {
    /// At the end.
    case end
    /// In the middle, for texts that differ at their ends.
    case middle
  }

  /// The text, cleaned: one paragraph, no control characters.
  package let text: String
  /// The place: `x` of the anchor, `y` of the baseline.
  package let position: Point
  /// What of the text stands at `position.x`.
  package let anchor: Anchor
  /// Size, weight and figures.
  package let style: TextStyle
  /// The color of the letters.
  package let color: Color
  /// The widest the text may be drawn, in points; nil for as wide as it is.
  package let maxWidth: Double?
  /// Where letters are left out beyond `maxWidth`.
  package let ellipsis: Ellipsis
  /// A rim around the letters, for text on top of a crowded picture.
  package let halo: Color?

  /// A line of text; it is cleaned as `SafeText.line` does.
  package init(
    _ text: String,
    at position: Point,
    style: TextStyle,
    color: Color,
    anchor: Anchor = .start,
    maxWidth: Double? = nil,
    ellipsis: Ellipsis = .end,
    halo: Color? = nil
  ) {
    self.text = SafeText.line(text)
    self.position = position
    self.anchor = anchor
    self.style = style
    self.color = color
    self.maxWidth = maxWidth.map { max(0, Coordinate.clamped($0)) }
    self.ellipsis = ellipsis
    self.halo = halo
  }
}
