import Plots

/// The letters of segments on their lines, so that lines that end together are told apart.
struct LineLettersMark: Mark {
  /// The letter of a segment at a place of its line.
  struct Letter {
    let x: Double
    let y: Double
    let look: SegmentStyle
  }

  let letters: [Letter]

  /// Nothing of its own: the lines have the values.
  var extent: MarkExtent { .none }

  func draw(in frame: PlotFrame, on scene: inout Scene) {
    let side = 10.5 * frame.style.type.factor
    for letter in letters {
      let (x, y) = (frame.x.clampedPosition(letter.x), frame.y.clampedPosition(letter.y))
      let left = min(max(x - side / 2, frame.area.minX), frame.area.maxX - side)
      let square = Rect(x: left, y: y - side / 2, width: side, height: side)
      let around = square.inset(left: -1, top: -1, right: -1, bottom: -1)
      scene.fill(around, frame.style.theme.page, radius: 2.5)
      scene.badge(letter.look, in: square, style: frame.style)
    }
  }
}
