/// One bar, slice or cell of a chart: where it lies and which values it stands for.
package struct MarkPiece: Sendable, Equatable {
  /// Which way a piece grows with its value.
  package enum Direction: String, Sendable, Hashable {
    /// Sideways.
    case horizontal
    /// Up and down.
    case vertical
  }

  /// Where it lies, in the coordinates of its chart.
  package var rect: Rect
  /// The value it begins at.
  package let from: Double
  /// The value it ends at.
  package let to: Double
  /// Which way it grows.
  package let direction: Direction
  /// Pieces with the same word share a scale.
  package let scale: String
  /// What it is filled with.
  package let fill: Color
  /// The color of its outline, if it has one.
  package let outline: Color?
  /// The letter of its segment, if it stands for one.
  package let letter: String?

  /// A piece that grows from a value.
  package init(
    _ rect: Rect,
    from: Double = 0,
    to: Double,
    direction: Direction = .horizontal,
    scale: String = "",
    fill: Color,
    outline: Color? = nil,
    letter: String? = nil
  ) {
    self.rect = rect
    self.from = from
    self.to = to
    self.direction = direction
    self.scale = scale
    self.fill = fill
    self.outline = outline
    self.letter = letter
  }

  /// Its length along the direction it grows in, in points.
  package var length: Double { direction == .horizontal ? rect.width : rect.height }
}
