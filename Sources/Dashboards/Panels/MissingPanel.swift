import Plots
import Segments

/// What is not known: missing values by measure.
struct MissingPanel: Panel {
  static let id = "missing_bar"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let missing = reading.measures.filter { $0.facts.missing > 0 }
      .sorted { ($0.facts.missing, $1.place) > ($1.facts.missing, $0.place) }.prefix(12)
    let words = reading.words
    guard !missing.isEmpty else {
      let none = [words("missing.none")]
      return .picture(
        ProsePanel.picture(words("missing.title"), none, subject.width, reading)
      )
    }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let left = min(150, subject.width * 0.42)
    let most = Double(missing.map(\.facts.missing).max() ?? 1)
    var y = 0.0
    for measure in missing {
      drawing.text(
        measure.label,
        0,
        y + 11,
        Lettering(.axis).color(drawing.theme.ink).within(left - 8)
      )
      let count = measure.facts.missing
      let bar = Rect(
        x: left,
        y: y + 3.5,
        width: Double(count) / most * (subject.width - left - 90),
        height: 10
      )
      drawing.bar(bar, Double(count), .plain(drawing.theme.single))
      let share = Double(count) / Double(max(1, count + measure.facts.n))
      let values = ["n": reading.format.integer(count), "share": reading.format.percent(share)]
      drawing.text(words("size.share", values), bar.maxX + 5, y + 11.2, .data)
      y += 17
    }
    var picture = Picture(plot: drawing.scene(height: y))
    picture.title = words("missing.title")
    picture.descriptor = words("missing.desc")
    picture.summary = picture.title
    picture.table = DataTable(
      [words("table.measure"), words("table.missing")],
      missing.map { [$0.label, reading.format.integer($0.facts.missing)] }
    )
    return .picture(picture)
  }
}
