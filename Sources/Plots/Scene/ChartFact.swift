/// What a chart shows, for programs that check pages: its axes and the data of its marks.
///
/// It travels with the drawn items; painters pass it over.
package struct ChartFact: Sendable, Equatable {
  /// The rectangle between the axes; for a drawing without axes the whole of it.
  package var area: Rect
  /// The horizontal axis, if there is one.
  package let x: AxisFact?
  /// The vertical axis, if there is one.
  package let y: AxisFact?
  /// What is drawn, bottom first.
  package var marks: [MarkFact]
  /// Charts of one figure with the same word are small multiples of each other.
  package let family: String?
  /// Values that lie beyond the drawn range.
  package let beyond: Int

  /// What a chart shows.
  package init(
    area: Rect,
    x: AxisFact? = nil,
    y: AxisFact? = nil,
    marks: [MarkFact],
    family: String? = nil,
    beyond: Int = 0
  ) {
    self.area = area
    self.x = x
    self.y = y
    self.marks = marks
    self.family = family
    self.beyond = beyond
  }

  /// The same chart at another place.
  package func moved(by shift: Point) -> ChartFact {
    var copy = self
    copy.area = area.moved(by: shift)
    for mark in copy.marks.indices {
      for piece in copy.marks[mark].pieces.indices {
        copy.marks[mark].pieces[piece].rect = marks[mark].pieces[piece].rect.moved(by: shift)
      }
    }
    return copy
  }
}
