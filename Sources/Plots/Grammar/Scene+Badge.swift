extension Scene {
  /// Adds the letter of a segment in a small square of its color: the sign that stands before its
  /// name everywhere.
  package mutating func badge(_ look: SegmentStyle, in square: Rect, style: PlotStyle) {
    let side = min(square.width, square.height)
    add(.rectangle(square, radius: side * 0.2, fill: look.area))
    let letters = Double(max(1, look.letter.count))
    let font = style.type[.data].weight(.semibold).proportionalFigures.size(
      side * 0.75 / (letters > 1 ? letters * 0.72 : 1)
    )
    text(
      look.letter,
      at: Point(square.midX, PlotFrame.baseline(centeredOn: square.midY, font)),
      style: font,
      color: look.ink,
      anchor: .middle
    )
  }
}
