import Plots
import Segments

/// One segment as pages show it: its facts with its letter, colors and marker.
struct Portrait: Identifiable {
  let facts: SegmentReport.Segment
  /// The name in the language of the pages.
  let name: String
  /// What to do about the segment, in the language of the pages.
  let actions: [String]
  let look: SegmentStyle
  /// The color of its marks in charts.
  let paint: Paint
  /// Too few customers to show values.
  let isHidden: Bool

  var id: Int { facts.id }
  var letter: String { look.letter }
  var size: Int { facts.size }

  init(_ facts: SegmentReport.Segment, words: SegmentWords, style: Style) {
    self.facts = facts
    name = words.name(of: facts)
    actions = words.actions(for: facts)
    paint = Self.paint(ofLetter: facts.letter, id: facts.id)
    look = paint.look(in: style.theme)
    isHidden = facts.size < style.smallestCell
  }

  /// The color of a segment by its letter, for those of other runs too.
  static func paint(ofLetter letter: String, id: Int) -> Paint {
    .segment(place(of: letter) ?? max(0, id - 1))
  }

  /// 0 for A, 25 for Z, 26 for AA.
  private static func place(of letter: String) -> Int? {
    var place = 0
    for scalar in letter.unicodeScalars {
      guard ("A"..."Z").contains(scalar) else { return nil }
      place = place * 26 + Int(scalar.value) - 64
    }
    return place > 0 ? place - 1 : nil
  }

  /// A measure within the segment; nil where it may not or cannot be shown.
  func value(of measure: Measure) -> SegmentReport.SegmentFeature? {
    guard !isHidden, let value = facts.features[measure.facts.name], value.n > 0 else { return nil }
    return value
  }
}
