import Plots

extension Drawing {
  /// A bar from zero to a value; bars of one drawing with the same word share a scale.
  mutating func bar(_ rect: Rect, _ value: Double, _ look: BarLook, scale: String = "") {
    paint(rect, look)
    note(MarkFact.bar, piece(rect, value, look, scale))
  }

  /// A part of a strip that stands for a share of the whole; parts of a strip have its name.
  mutating func slice(_ rect: Rect, _ share: Double, _ look: BarLook, strip: String) {
    paint(rect, look)
    note(MarkFact.slice, piece(rect, share, look, strip))
  }

  /// A cell of a heat map that stands for a value; nil for one without.
  mutating func cell(_ rect: Rect, _ value: Double?, _ color: Color) {
    fill(rect, color)
    guard let value else { return }
    note(MarkFact.cell, piece(rect, value, .plain(color), ""))
  }

  private mutating func paint(_ rect: Rect, _ look: BarLook) {
    // A pale bar has its outline drawn; a hatched one has lines of that color already.
    guard case .color = look.fill, let outline = look.outline else {
      return add(.rectangle(rect, fill: look.fill))
    }
    let inner = rect.inset(left: 0.4, top: 0.4, right: 0.4, bottom: 0.4)
    add(.rectangle(inner, fill: look.fill, stroke: Stroke(outline, width: 0.75)))
  }

  private func piece(
    _ rect: Rect,
    _ value: Double,
    _ look: BarLook,
    _ scale: String
  ) -> MarkPiece {
    MarkPiece(
      rect,
      to: value,
      scale: scale,
      fill: look.color,
      outline: look.outline,
      letter: look.letter
    )
  }
}
