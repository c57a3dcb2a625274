import Plots
import Segments

/// What stands out, in sentences, each behind the tag of the segment it speaks of.
struct FindingsPanel: Panel {
  static let id = "findings"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let sentences = Array(Sentences(reading: reading).all.prefix(5))
    guard !sentences.isEmpty else { return .absent(reading.words("absent.findings")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    var y = 9.0
    for sentence in sentences {
      // A column beside a chart: what does not fit beside it is not worth a longer page.
      guard y < 170 || subject.width > 300 else { break }
      if let portrait = sentence.segment {
        drawing.tag(portrait, 0, y - 8.4)
      } else {
        drawing.add(
          .circle(Point(5.2, y - 3), radius: 2, fill: .color(drawing.theme.secondary))
        )
      }
      y =
        drawing.paragraph(
          sentence.text,
          16,
          y,
          .body.within(subject.width - 16),
          lines: 5
        ) + 6
    }
    var picture = Picture(plot: drawing.scene(height: y - 12))
    picture.title = reading.words("findings.title")
    picture.summary = sentences.map(\.text).joined(separator: " ")
    picture.onScreen = .findings(sentences)
    return .picture(picture)
  }
}
