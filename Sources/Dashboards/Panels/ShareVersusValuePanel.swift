import Plots
import Segments

/// Share of customers against share of value, one pair of bars for each segment.
struct ShareVersusValuePanel: Panel {
  static let id = "share_vs_value"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.isSegmented else { return .absent(reading.words("absent.one-segment")) }
    guard let value = reading.value,
      reading.segments.contains(where: { $0.facts.valueShare != nil })
    else { return .absent(reading.words("absent.no-value")) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let count = reading.segments.count
    let top = 18.0
    let (least, tallest) = (count <= 8 ? 32.0 : count <= 12 ? 26 : 20, top + 44 * Double(count))
    let height = subject.height(from: top + least * Double(count), to: tallest)
    let pitch = (height - top) / Double(count)
    let left = max(90, reading.style.room(for: reading.segments, atMost: subject.width * 0.4))
    let right = subject.width - 62
    legend(value, &drawing, left)
    let bottom = top + pitch * Double(count)
    drawing.baseline(Point(left, top), Point(left, bottom))
    let largest =
      reading.segments.flatMap { [$0.facts.share, $0.facts.valueShare ?? 0] }.max() ?? 1
    for (index, portrait) in reading.segments.enumerated() {
      let row = Rect(
        x: left,
        y: top + pitch * Double(index),
        width: (right - left - 32) / max(largest, 0.01),
        height: pitch
      )
      draw(portrait, reading, row, &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: bottom))
    picture.tallest = tallest
    describe(value, reading, &picture)
    return .picture(picture)
  }

  private func legend(_ value: Measure, _ drawing: inout Drawing, _ left: Double) {
    let words = drawing.style.words
    let theme = drawing.theme
    let one = words("shares.of-customers")
    let other = words("shares.of-value", ["measure": value.inner])
    drawing.add(
      .rectangle(
        Rect(x: left, y: 1, width: 8, height: 8),
        fill: .color(theme.panel),
        stroke: Stroke(theme.secondary, width: 0.75)
      )
    )
    drawing.text(one, left + 12, 8, .axis)
    let next = left + 24 + drawing.style.width(one, .axis)
    drawing.fill(Rect(x: next, y: 1, width: 8, height: 8), theme.secondary)
    drawing.text(other, next + 12, 8, .axis.within(drawing.width - next - 46))
    drawing.text(words("shares.ratio"), drawing.width, 8, .axis.end)
  }

  /// One segment; the row's width is that of a share of 100%.
  private func draw(
    _ portrait: Portrait,
    _ reading: Reading,
    _ row: Rect,
    _ drawing: inout Drawing
  ) {
    let height = min(11, row.height / 2 - 3)
    let middle = row.midY
    drawing.name(portrait, 0, middle - 0.5, within: row.minX - 8)
    drawing.text(
      reading.size(of: portrait),
      15.5,
      middle + 9,
      .note.within(row.minX - 22)
    )
    guard !portrait.isHidden else { return }
    let theme = drawing.theme
    let one = Rect(
      x: row.minX,
      y: middle - height - 1,
      width: portrait.facts.share * row.width,
      height: height
    )
    drawing.bar(one, portrait.facts.share, .tint(portrait))
    drawing.text(
      reading.format.percent(portrait.facts.share),
      one.maxX + 5,
      one.midY + 2.7,
      .axis.color(theme.secondary)
    )
    value(of: portrait, reading, row, &drawing)
  }

  private func value(
    of portrait: Portrait,
    _ reading: Reading,
    _ row: Rect,
    _ drawing: inout Drawing
  ) {
    guard let share = portrait.facts.valueShare else { return }
    let middle = row.midY
    let height = min(11, row.height / 2 - 3)
    let other = Rect(
      x: row.minX,
      y: middle + 1,
      width: max(0, share) * row.width,
      height: height
    )
    drawing.bar(other, max(0, share), .full(portrait))
    drawing.text(reading.format.percent(share), other.maxX + 5, other.midY + 2.7, .data)
    guard portrait.facts.share > 0 else { return }
    drawing.text(
      reading.format.times(share / portrait.facts.share),
      drawing.width,
      middle + 3,
      .data.bold.size(9).end
    )
  }

  private func describe(_ value: Measure, _ reading: Reading, _ picture: inout Picture) {
    let words = reading.words
    let format = reading.format
    picture.title = Headlines(reading: reading).concentration ?? words("shares.even")
    picture.descriptor = words(
      "shares.versus.desc",
      ["measure": value.inner]
    )
    picture.table = DataTable(
      [
        words("table.segment"), words("kpi.customers"), words("shares.of-customers"),
        words("shares.of-value", ["measure": value.inner]),
      ],
      reading.segments.map { portrait in
        [
          portrait.letter + " " + portrait.name, reading.cell(portrait.size),
          portrait.isHidden ? "–" : format.percent(portrait.facts.share),
          portrait.isHidden ? "–" : portrait.facts.valueShare.map(format.percent) ?? "–",
        ]
      }
    )
    picture.summary = words(
      "shares.summary",
      ["list": words.list([words("kpi.customers"), value.label])]
    )
  }
}
