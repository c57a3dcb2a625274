import Plots
import Segments

/// What is on which page, each line a link.
struct ContentsPanel: Panel {
  static let id = "contents"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let entries = subject.contents, entries.count >= 8 else { return .absent("") }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let left = min(150, subject.width * 0.34)
    let count = Double(entries.count)
    let pitch = (subject.height(from: 17 * count + 1, to: 23 * count + 1) - 1) / count
    var y = 0.0
    var section = ""
    for entry in entries {
      let baseline = y + pitch / 2 + 3
      if entry.section != section {
        section = entry.section
        drawing.text(
          reading.words("section." + section),
          0,
          baseline,
          .data.bold.within(left - 10)
        )
      }
      drawing.text(
        entry.title,
        left,
        baseline,
        Lettering(.desc).color(drawing.theme.ink).within(subject.width - left - 30)
      )
      drawing.text(reading.format.integer(entry.page), subject.width, baseline, .data.end)
      drawing.add(
        .link(Rect(x: 0, y: y, width: subject.width, height: pitch), to: "page-\(entry.page)")
      )
      y += pitch
      drawing.rule(y)
    }
    var picture = Picture(plot: drawing.scene(height: y + 1))
    picture.tallest = 23 * count + 1
    picture.title = reading.words("contents.title")
    picture.table = DataTable(
      [
        reading.words("contents.part"), reading.words("contents.page"),
        reading.words("contents.number"),
      ],
      entries.map {
        [reading.words("section." + $0.section), $0.title, reading.format.integer($0.page)]
      }
    )
    picture.onScreen = .paperOnly
    return .picture(picture)
  }
}
