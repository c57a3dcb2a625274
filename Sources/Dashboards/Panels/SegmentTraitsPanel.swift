import Plots
import Segments

/// In which measures one segment differs most from the average customer.
struct SegmentTraitsPanel: Panel {
  static let id = "segment_traits"
  static let takesSegment = true
  private static let most = 10
  private static let pitch = 24.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first, !portrait.isHidden else {
      return .absent(reading.words("absent.no-segment"))
    }
    let traits = Array(Traits(reading: reading).strongest(of: portrait).prefix(Self.most))
    guard !traits.isEmpty else { return .absent(reading.words("absent.no-measure")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    draw(traits, of: portrait, in: &drawing)
    let height = Self.pitch * Double(traits.count)
    var picture = Picture(plot: drawing.scene(height: height))
    picture.title = reading.words("card.differences")
    picture.descriptor = reading.words("card.versus")
    picture.summary = Traits(reading: reading).text(of: portrait, most: 4)
    picture.table = DataTable(
      [reading.words("table.measure"), reading.words("table.median"), reading.words("table.all")],
      traits.compactMap { trait in
        portrait.value(of: trait.measure).map { value in
          [
            trait.measure.label, trait.measure.text(value.median),
            trait.measure.text(trait.measure.facts.median),
          ]
        }
      }
    )
    return .picture(picture)
  }

  private func draw(
    _ traits: [(measure: Measure, z: Double)],
    of portrait: Portrait,
    in drawing: inout Drawing
  ) {
    let words = drawing.style.words
    let colors = drawing.theme.divergingScale(2)
    let most = max(traits.map(\.z.magnitude).max() ?? 1, 1)
    let (zero, reach) = (drawing.width * 0.27, drawing.width * 0.25)
    for (index, trait) in traits.enumerated() {
      let y = Self.pitch * Double(index)
      drawing.text(
        trait.measure.label,
        0,
        y + 7,
        Lettering(.axis).color(drawing.theme.ink).within(drawing.width)
      )
      let bar = Rect(x: zero, y: y + 11, width: trait.z / most * reach, height: 8)
      drawing.bar(bar, trait.z, .plain(colors.color(of: trait.z > 0 ? 1.2 : -1.2)))
      drawing.baseline(Point(zero, y + 9.5), Point(zero, y + 20.5))
      guard let value = portrait.value(of: trait.measure) else { continue }
      let pair = words(
        "card.pair",
        [
          "here": trait.measure.text(value.median),
          "all": trait.measure.text(trait.measure.facts.median),
        ]
      )
      drawing.text(pair, drawing.width, y + 18, .data.end.within(drawing.width - zero - reach - 4))
    }
  }
}
