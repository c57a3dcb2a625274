/// Nested boxes: the tall one holds the middle half, each thinner one half of what is left.
package struct NestedBoxMark: Mark {
  /// One row.
  package struct Row: Sendable, Hashable {
    /// Its band, 0 for the first.
    package let band: Double
    /// The median.
    package let median: Double
    /// The ends of the boxes, the tall one first; each holds the one before.
    package let boxes: [ClosedRange<Double>]
    /// Whose color it has.
    package let paint: Paint

    /// A row of nested boxes.
    package init(
      band: Int,
      median: Double,
      boxes: [ClosedRange<Double>],
      paint: Paint = .single
    ) {
      self.band = Double(band)
      self.median = median
      self.boxes = boxes.filter { $0.lowerBound.isFinite && $0.upperBound.isFinite }
      self.paint = paint
    }
  }

  /// The rows.
  package let rows: [Row]

  /// Rows; those without a median are left out.
  package init(_ rows: [Row]) {
    self.rows = rows.filter(\.median.isFinite)
  }

  /// From the lowest end to the highest.
  package var extent: MarkExtent {
    MarkExtent(
      x: rows.flatMap { [$0.median] + $0.boxes.flatMap { [$0.lowerBound, $0.upperBound] } },
      y: rows.map(\.band)
    )
  }

  /// Draws the boxes from the tails inward, then the medians.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let page = frame.style.theme.page
    for row in rows {
      let look = row.paint.look(in: frame.style.theme)
      let y = frame.y.position(row.band)
      let tallest = frame.y.bandWidth * 0.68
      scene.group(tag: row.paint.hasLetter ? look.letter : nil) { scene in
        for (depth, box) in row.boxes.enumerated().reversed() {
          let share = row.boxes.count > 1 ? Double(depth) / Double(row.boxes.count - 1) : 0
          let height = tallest * (1 - 0.82 * share)
          // Only what lies outside of the next box is painted: one color that must not add up.
          for part in Self.parts(of: box, around: depth > 0 ? row.boxes[depth - 1] : nil) {
            let rect = Rect(
              from: Point(frame.x.clampedPosition(part.lowerBound), y - height / 2),
              to: Point(frame.x.clampedPosition(part.upperBound), y + height / 2)
            )
            scene.fill(rect, look.fill.opacity(0.92 - 0.62 * share))
          }
        }
      }
      let x = frame.x.clampedPosition(row.median)
      let (top, bottom) = (Point(x, y - tallest / 2), Point(x, y + tallest / 2))
      scene.line(top, bottom, Stroke(page, width: 3))
      scene.line(top, bottom, Stroke(frame.style.theme.ink, width: 1.5))
    }
  }

  private static func parts(
    of box: ClosedRange<Double>,
    around inner: ClosedRange<Double>?
  ) -> [ClosedRange<Double>] {
    guard let inner else { return [box] }
    let (low, high) = (max(inner.lowerBound, box.lowerBound), min(inner.upperBound, box.upperBound))
    return [box.lowerBound...low, max(low, high)...max(low, high, box.upperBound)]
      .filter { $0.upperBound > $0.lowerBound }
  }
}
