/// A page as a program meets it: every text, shape, chart and figure with its place.
///
/// Places are those of the page, whatever groups things were drawn in.
package struct SceneSurvey: Sendable {
  /// A block of the page.
  package struct Figure: Sendable, Equatable {
    /// The name of its kind, such as `box`.
    package let name: String
    /// Where its group begins.
    package let corner: Point
  }

  /// A chart and the figure it stands in.
  package struct Chart: Sendable, Equatable {
    /// What it shows.
    package let fact: ChartFact
    /// The figure it belongs to, by its place on the page.
    package let figure: Int?
  }

  /// The texts in drawing order.
  package var texts: [TextBox] = []
  /// The painted shapes in drawing order.
  package var shapes: [SurveyedShape] = []
  /// The charts in drawing order.
  package var charts: [Chart] = []
  /// The blocks in drawing order.
  package var figures: [Figure] = []
  /// The links and where they lead.
  package var links: [String] = []

  /// A page with nothing on it.
  package init() {}

  /// Pairs of texts whose ink shares more than half a point.
  package var overlappingTexts: [(TextBox, TextBox)] {
    let boxes = texts.sorted { $0.rect.minY < $1.rect.minY }
    var pairs: [(TextBox, TextBox)] = []
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        if other.rect.minY >= box.rect.maxY { break }
        if box.rect.overlaps(other.rect, tolerance: 0.5) { pairs.append((box, other)) }
      }
    }
    return pairs
  }
}
