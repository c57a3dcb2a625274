import Plots
import Segments

/// How many rows were read, kept and left out, by rule.
struct RejectedRowsPanel: Panel {
  static let id = "rejected_rows"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let rows = reading.report.rows
    let words = reading.words
    let order = ["missing", "negative", "zero", "duplicate", "unreadable"]
    let others = rows.rejected.keys.filter { !order.contains($0) }.sorted()
    let rules = order.filter { rows.rejected[$0] != nil } + others
    var drawing = Drawing(width: subject.width, style: reading.style)
    let left = min(150, subject.width * 0.42)
    let most = Double(max(rows.rejected.values.max() ?? 0, 1))
    let scale = (subject.width - left - 90) / most
    let count = Double(max(1, rules.count))
    let pitch = subject.height(from: 17 * count, to: 24 * count) / count
    var y = 0.0
    for rule in rules {
      let count = rows.rejected[rule] ?? 0
      drawing.text(
        words.find("rule." + rule) ?? MeasureLabels.readable(rule),
        0,
        y + pitch / 2 + 2.5,
        Lettering(.axis).color(drawing.theme.ink).within(left - 8)
      )
      let bar = Rect(x: left, y: y + pitch / 2 - 5, width: Double(count) * scale, height: 10)
      drawing.bar(bar, Double(count), .plain(drawing.theme.single))
      let share = Double(count) / Double(max(1, rows.read))
      let text =
        count == 0
        ? "0"
        : words(
          "size.share",
          ["n": reading.format.integer(count), "share": reading.format.percent(share)]
        )
      drawing.text(text, bar.maxX + 5, y + pitch / 2 + 2.7, .data)
      y += pitch
    }
    drawing.baseline(Point(left, 0), Point(left, max(y, 6)))
    var picture = Picture(plot: drawing.scene(height: max(y, 12)))
    picture.tallest = 24 * count
    let lost = rows.read - rows.kept
    picture.title =
      lost == 0 ? words("rejected.none") : words.counted(lost, "rejected.title", reading.format)
    picture.descriptor = words(
      "rejected.desc",
      ["read": reading.format.integer(rows.read), "kept": reading.format.integer(rows.kept)]
    )
    picture.notes = [words("rejected.note")]
    picture.summary = picture.descriptor
    picture.table = DataTable(
      [words("table.rule"), words("table.rows")],
      rules.map {
        [words.find("rule." + $0) ?? $0, reading.format.integer(rows.rejected[$0] ?? 0)]
      }
    )
    return .picture(picture)
  }
}
