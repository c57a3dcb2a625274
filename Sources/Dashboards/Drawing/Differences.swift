import Plots
import Segments

/// Draws what sets a segment apart: the medians that lie furthest from those of all customers.
struct Differences {
  let portrait: Portrait
  let reading: Reading
  private static let most = 6
  private static let pitch = 14.0

  /// One measure with how far the segment lies from all customers.
  struct Row {
    let measure: Measure
    /// In widths of the middle half of all customers, as of a bell curve: 1 is one standard deviation.
    let distance: Double
    let text: String
  }

  /// Draws heading and rows; returns the y below them.
  func draw(_ x: Double, _ y: Double, width: Double, in drawing: inout Drawing) -> Double {
    let rows = rows(atMost: Self.most)
    let title = reading.words("card.differences")
    drawing.text(title, x, y, .data.bold.within(width))
    let room = width - drawing.style.width(title, .data.bold) - 12
    let note = reading.words("card.versus")
    if drawing.style.width(note, .note) <= room { drawing.text(note, x + width, y, .note.end) }
    // Numbers are never cut: they take what they need, then labels, and bars get the rest.
    let numbers = rows.map { drawing.style.width($0.text, .data) }.max() ?? 0
    let names = rows.map { drawing.style.width($0.measure.label, .axis) }.max() ?? 0
    let label = min(names + 8, width - numbers - 40)
    let reach = min(max(90, width * 0.4), width - label - numbers - 10) / 2
    let zero = x + width - numbers - 10 - reach
    let longest = max(rows.map(\.distance.magnitude).max() ?? 1, 1)
    for (place, row) in rows.enumerated() {
      let top = y + 6 + Double(place) * Self.pitch
      let baseline = top + Self.pitch / 2 + 2.7
      let ink = Lettering(.axis).color(drawing.theme.ink)
      drawing.text(row.measure.label, x, baseline, ink.within(label - 4))
      let color = drawing.theme.divergingScale(2).color(of: row.distance > 0 ? 1.2 : -1.2)
      let length = row.distance / longest * reach
      let bar = Rect(x: zero, y: top + 3, width: length, height: 8)
      drawing.bar(bar, row.distance, .plain(color))
      drawing.text(row.text, x + width, baseline, .data.end)
    }
    let bottom = y + 6 + Double(rows.count) * Self.pitch
    drawing.baseline(Point(zero, y + 7), Point(zero, bottom - 1))
    return bottom
  }

  /// The measures in which the segment lies furthest from all customers, furthest first.
  func rows(atMost most: Int) -> [Row] {
    let rows = reading.varying.compactMap { measure -> Row? in
      guard let value = portrait.value(of: measure) else { return nil }
      let facts = measure.facts
      let middle = (facts.box.q75 - facts.box.q25) / 1.349
      let unit = middle > 0 ? middle : facts.sd
      guard unit > 0 else { return nil }
      let values = ["here": measure.text(value.median), "all": measure.text(facts.median)]
      return Row(
        measure: measure,
        distance: (value.median - facts.median) / unit,
        text: reading.words("card.pair", values)
      )
    }
    let sorted = rows.sorted { one, other in
      let (left, right) = (one.distance.magnitude, other.distance.magnitude)
      return left == right ? one.measure.place < other.measure.place : left > right
    }
    return Array(sorted.prefix(most))
  }
}
