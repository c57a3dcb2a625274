import Plots
import Segments

/// A quarter of a page that describes one segment: who they are and what makes them different.
struct SegmentCardPanel: Panel {
  static let id = "segment_card"
  static let takesSegment = true

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first else {
      return .absent(reading.words("absent.no-segment"))
    }
    // A card has no heading, only a line below it.
    let limit = subject.limit.map { $0 + 44 } ?? .infinity
    let card = SegmentCard(
      portrait: portrait,
      reading: reading,
      width: subject.width,
      limit: limit
    )
    let heights = card.heights
    let height = subject.height(from: heights.lowerBound, to: heights.upperBound)
    var picture = Picture(plot: card.scene(height: height))
    if heights.upperBound > heights.lowerBound { picture.tallest = heights.upperBound }
    describe(portrait, card, reading, &picture)
    return .picture(picture)
  }

  private func describe(
    _ portrait: Portrait,
    _ card: SegmentCard,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    picture.summary =
      "\(portrait.letter) \(portrait.name): \(reading.size(of: portrait)). "
      + Traits(reading: reading).text(of: portrait) + ". "
      + portrait.actions.joined(separator: " ")
    picture.table = DataTable(
      [words("table.measure"), words("table.median"), words("table.all")],
      portrait.isHidden
        ? []
        : reading.varying.compactMap { measure in
          portrait.value(of: measure).map {
            [measure.label, measure.text($0.median), measure.text(measure.facts.median)]
          }
        }
    )
    picture.anchor = "segment-\(portrait.letter)"
    let logs = card.measures.filter { HistogramDrawing(measure: $0).isLog }
    if !portrait.isHidden, !logs.isEmpty {
      let scale = words("x.scale.log.long").capitalizedFirst
      picture.notes = [scale + ": " + words.list(logs.map(\.label))]
    }
  }
}
