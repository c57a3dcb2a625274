import Plots
import Segments

/// In which measures one segment differs most from all customers.
struct DiffBarPanel: Panel {
  static let id = "diff_bar"
  static let takesSegment = true
  private static let most = 8
  private static let pitches = (least: 24.0, most: 34.0)

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    guard let portrait = subject.segments?.first ?? reading.shown.first, !portrait.isHidden else {
      return .absent(reading.words("absent.no-segment"))
    }
    let rows = Differences(portrait: portrait, reading: reading).rows(atMost: Self.most)
    guard !rows.isEmpty else { return .absent(reading.words("absent.no-measure")) }
    let count = Double(rows.count)
    let tallest = Self.pitches.most * count
    let height = subject.height(from: Self.pitches.least * count, to: tallest)
    var drawing = Drawing(width: subject.width, style: reading.style)
    draw(rows, pitch: height / count, in: &drawing)
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = tallest
    describe(rows, portrait, reading, &picture)
    return .picture(picture)
  }

  private func draw(_ rows: [Differences.Row], pitch: Double, in drawing: inout Drawing) {
    // Numbers are never cut: they take what they need, bars the rest.
    let numbers = rows.map { drawing.style.width($0.text, .data) }.max() ?? 0
    let reach = max(20, (drawing.width - numbers - 10) / 2)
    let longest = max(rows.map(\.distance.magnitude).max() ?? 1, 1)
    let ink = Lettering(.axis).color(drawing.theme.ink).within(drawing.width)
    for (index, row) in rows.enumerated() {
      let y = pitch * Double(index)
      drawing.text(row.measure.label, 0, y + 7, ink)
      let thickness = min(12, pitch - 16)
      let bar = Rect(
        x: reach,
        y: y + 11,
        width: row.distance / longest * reach,
        height: thickness
      )
      let color = drawing.theme.divergingScale(2).color(of: row.distance > 0 ? 1.2 : -1.2)
      drawing.bar(bar, row.distance, .plain(color))
      drawing.baseline(Point(reach, y + 9.5), Point(reach, y + 12.5 + thickness))
      drawing.text(row.text, drawing.width, bar.midY + 2.7, .data.end)
    }
  }

  private func describe(
    _ rows: [Differences.Row],
    _ portrait: Portrait,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    picture.title = words("card.differences")
    picture.descriptor =
      words("diff-bar.desc") + " · " + words("n", ["n": reading.cell(portrait.size)])
    let constant = reading.measures.filter(\.isConstant).map(\.label)
    if !constant.isEmpty {
      picture.notes.append(words("heatmap.constant", ["list": words.list(constant)]))
    }
    picture.summary =
      portrait.name + ": " + rows.map { "\($0.measure.label) \($0.text)" }.joined(separator: "; ")
    picture.table = DataTable(
      [words("table.measure"), words("table.median"), words("table.all")],
      rows.compactMap { row in
        portrait.value(of: row.measure).map { value in
          [
            row.measure.label, row.measure.text(value.median),
            row.measure.text(row.measure.facts.median),
          ]
        }
      }
    )
  }
}
