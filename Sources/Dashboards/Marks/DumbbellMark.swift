import Plots

/// Two markers joined by a line in each band.
struct DumbbellMark: Mark {
  /// One row.
  struct Row {
    let band: Int
    let left: Double
    let right: Double
  }

  let rows: [Row]
  let left: Paint
  let right: Paint

  var extent: MarkExtent {
    MarkExtent(x: rows.flatMap { [$0.left, $0.right] }, y: rows.map { Double($0.band) })
  }

  func draw(in frame: PlotFrame, on scene: inout Scene) {
    let theme = frame.style.theme
    for row in rows {
      let y = frame.y.position(Double(row.band))
      let one = Point(frame.x.clampedPosition(row.left), y)
      let other = Point(frame.x.clampedPosition(row.right), y)
      scene.line(one, other, Stroke(theme.axis, width: 1.5))
      for (paint, place) in [(right, other), (left, one)] {
        let look = paint.look(in: theme)
        scene.add(look.marker.items(at: place, size: 7, color: look.fill, page: theme.page))
      }
    }
  }
}
