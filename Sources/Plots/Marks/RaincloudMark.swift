import RealModule

/// A cloud, a box and rain for each row: a curve above, the middle half below it, dots at the bottom.
package struct RaincloudMark: Mark {
  /// One row.
  package struct Row: Sendable {
    /// Its band, 0 for the first.
    package let band: Double
    /// The curve from left to right: values with heights from 0 to 1; empty for none.
    package let cloud: [(x: Double, height: Double)]
    /// The end of the lower whisker, the quartiles with the median between them, the end of the upper one.
    package let box: [Double]
    /// The values of the dots.
    package let drops: [Double]
    /// Whose color it has.
    package let paint: Paint

    /// A row; a box whose five numbers do not rise and values that are not numbers are left out.
    package init(
      band: Int,
      cloud: [(x: Double, height: Double)],
      box: [Double],
      drops: [Double],
      paint: Paint = .single
    ) {
      self.band = Double(band)
      self.cloud = cloud.filter { $0.x.isFinite && $0.height.isFinite }
      let isSound =
        box.count == 5 && box.allSatisfy(\.isFinite) && zip(box, box.dropFirst()).allSatisfy(<=)
      self.box = isSound ? box : []
      self.drops = drops.filter(\.isFinite)
      self.paint = paint
    }
  }

  /// The rows.
  package let rows: [Row]

  /// Rows; those without a box and without dots are left out.
  package init(_ rows: [Row]) {
    self.rows = rows.filter { !$0.box.isEmpty || !$0.drops.isEmpty }
  }

  /// All values.
  package var extent: MarkExtent {
    MarkExtent(
      x: rows.flatMap { $0.cloud.map(\.x) + $0.box + $0.drops },
      y: rows.map(\.band)
    )
  }

  /// Draws the rows from the top down.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let height = frame.y.bandWidth
    for row in rows {
      let look = row.paint.look(in: frame.style.theme)
      let middle = frame.y.position(row.band)
      scene.group(tag: row.paint.hasLetter ? look.letter : nil, clip: frame.clip) { scene in
        drawCloud(row, look, on: middle + height * 0.02, height * 0.46, frame, &scene)
        drawBox(row, look, y: middle + height * 0.13, height * 0.14, frame, &scene)
        drawDrops(
          row,
          look,
          from: middle + height * 0.26,
          to: middle + height * 0.45,
          frame,
          &scene
        )
      }
    }
  }

  private func drawCloud(
    _ row: Row,
    _ look: SegmentStyle,
    on base: Double,
    _ height: Double,
    _ frame: PlotFrame,
    _ scene: inout Scene
  ) {
    guard let first = row.cloud.first, let last = row.cloud.last, row.cloud.count > 1 else {
      return
    }
    let line = row.cloud.map {
      Point(frame.x.clampedPosition($0.x), base - min(max($0.height, 0), 1) * height)
    }
    let ends = [
      Point(frame.x.clampedPosition(last.x), base), Point(frame.x.clampedPosition(first.x), base),
    ]
    scene.add(.path(.polygon(line + ends), fill: .color(look.fill.opacity(0.22))))
    scene.add(.path(.polyline(line), stroke: Stroke(look.fill, width: 1)))
    scene.line(ends[1], ends[0], Stroke(look.fill, width: 0.5))
  }

  private func drawBox(
    _ row: Row,
    _ look: SegmentStyle,
    y: Double,
    _ room: Double,
    _ frame: PlotFrame,
    _ scene: inout Scene
  ) {
    guard row.box.count == 5 else { return }
    let x = row.box.map(frame.x.clampedPosition)
    let half = min(room, 6) / 2
    let line = Stroke(look.fill, width: 1)
    scene.line(Point(x[0], y), Point(x[1], y), line)
    scene.line(Point(x[3], y), Point(x[4], y), line)
    let body = Rect(from: Point(x[1], y - half), to: Point(x[3], y + half))
    scene.add(.rectangle(body, fill: .color(look.fill.opacity(0.22)), stroke: line))
    scene.line(Point(x[2], y - half), Point(x[2], y + half), Stroke(look.text, width: 2))
  }

  /// Dots are spread over the height of the rain by the golden ratio: even, and the same every time.
  private func drawDrops(
    _ row: Row,
    _ look: SegmentStyle,
    from top: Double,
    to bottom: Double,
    _ frame: PlotFrame,
    _ scene: inout Scene
  ) {
    let points = row.drops.enumerated().compactMap { place, value -> Point? in
      let x = frame.x.position(value)
      guard x >= frame.area.minX - 0.01, x <= frame.area.maxX + 0.01 else { return nil }
      let share = (Double(place) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
      return Point(x, top + share * (bottom - top))
    }
    guard !points.isEmpty else { return }
    scene.add(.dots(points, diameter: 2.2, color: look.fill.opacity(0.8)))
  }
}
