/// A painted shape of a page: where it is, in which colors, on what ground.
package struct SurveyedShape: Sendable, Equatable {
  /// What is drawn.
  package enum Kind: String, Sendable, Hashable {
    /// A rectangle.
    case rectangle
    /// A disc.
    case circle
    /// A line or figure.
    case path
    /// Many small discs.
    case dots
    /// A picture made of dots.
    case image
  }

  /// What is drawn.
  package let kind: Kind
  /// The rectangle around it, on the page.
  package let rect: Rect
  /// What it is filled with; for dots their color.
  package let fill: Color?
  /// The color of its line.
  package let line: Color?
  /// Whether lines are drawn over its fill, so that it is not told by color alone.
  package let isHatched: Bool
  /// The color under its middle.
  package let backdrop: Color
  /// How many dots or pixels it has; 1 for other shapes.
  package let count: Int
  /// The letter of the segment it stands for, as a tag.
  package let tag: String?
  /// The figure it belongs to, by its place on the page.
  package let figure: Int?
}
