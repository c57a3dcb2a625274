import Plots

/// One number with its name and a remark.
struct Tile {
  let label: String
  let value: String
  let note: String

  /// Tiles side by side, at most six.
  static func picture(_ tiles: [Tile], width: Double, _ reading: Reading) -> Picture {
    var drawing = Drawing(width: width, style: reading.style)
    let places = tiles.count > 4 ? 6 : 4
    let gap = 12.0
    let side = (width - gap * Double(places - 1)) / Double(places)
    for (index, tile) in tiles.enumerated() {
      tile.draw(at: Double(index) * (side + gap), width: side, in: &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: 50))
    picture.summary = tiles.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
    let words = reading.words
    picture.table = DataTable(
      [words("table.figure"), words("table.value"), words("table.remark")],
      tiles.map { [$0.label, $0.value, $0.note] }
    )
    picture.onScreen = .tiles
    return picture
  }

  private func draw(at x: Double, width: Double, in drawing: inout Drawing) {
    drawing.line(Point(x, 0.4), Point(x + width, 0.4), Stroke(drawing.theme.ink, width: 0.75))
    let lettering =
      drawing.style.width(label, .desc) > width
      ? Lettering.note.color(drawing.theme.secondary) : .desc
    drawing.text(label, x, 12, lettering.within(width))
    let size = drawing.style.width(value, Lettering(.kpiSmall)) > width ? 14.0 : 18
    drawing.text(value, x, 33, Lettering(.kpiSmall).size(size).within(width))
    let isLong = drawing.style.width(note, .axis) > width
    drawing.text(note, x, 46, (isLong ? Lettering.note : .axis).within(width))
  }
}
