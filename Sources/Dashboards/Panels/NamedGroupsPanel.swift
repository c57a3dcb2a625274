import Plots
import Segments

/// How many customers each of the eleven named groups of recency, frequency and spend has.
struct NamedGroupsPanel: Panel {
  static let id = "rfm_groups"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let groups = reading.report.rfm?.groups, !groups.isEmpty else { return .absent("") }
    let names = SegmentWords(words: reading.words, measures: reading.measures)
    let rows = groups.map { (name: names.name(fromReport: $0.name), customers: $0.customers) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let widest = rows.map { reading.style.width($0.name, .data) }.max() ?? 0
    let left = min(subject.width * 0.45, widest + 12)
    let most = Double(max(1, rows.map(\.customers).max() ?? 1))
    let scale = (subject.width - left - 90) / most
    let count = Double(rows.count)
    let pitch = subject.height(from: 15 * count + 2, to: 24 * count) / count
    for (place, row) in rows.enumerated() {
      let y = pitch * Double(place)
      let baseline = y + pitch / 2 + 2.7
      drawing.text(row.name, 0, baseline, .data.within(left - 8))
      let isFew = row.customers > 0 && row.customers < reading.style.smallestCell
      let length = isFew ? 1 : Double(row.customers) * scale
      let bar = Rect(x: left, y: y + 2, width: length, height: pitch - 4)
      drawing.fill(bar, drawing.theme.single)
      drawing.text(text(row.customers, isFew, reading), bar.maxX + 5, baseline, .data)
    }
    let bottom = pitch * count
    drawing.baseline(Point(left, 0), Point(left, bottom - 2))
    var picture = Picture(plot: drawing.scene(height: bottom))
    picture.tallest = 24 * count
    describe(rows, reading, &picture)
    return .picture(picture)
  }

  private func text(_ customers: Int, _ isFew: Bool, _ reading: Reading) -> String {
    guard customers > 0, !isFew else { return reading.cell(customers) }
    return reading.words(
      "size.share",
      ["n": reading.format.integer(customers), "share": share(customers, reading)]
    )
  }

  private func share(_ customers: Int, _ reading: Reading) -> String {
    reading.format.percent(Double(customers) / Double(max(1, reading.report.customers)))
  }

  private func describe(
    _ rows: [(name: String, customers: Int)],
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    picture.title = words("rfm.groups.title.plain")
    if let largest = rows.max(by: { $0.customers < $1.customers }),
      largest.customers >= reading.style.smallestCell
    {
      picture.title = words(
        "rfm.groups.title",
        ["name": largest.name, "share": share(largest.customers, reading)]
      )
    }
    picture.descriptor = words(
      "rfm.groups.desc",
      ["n": reading.format.integer(reading.report.customers)]
    )
    let isShown = reading.report.choice.method == "rfm"
    picture.notes = [words(isShown ? "rfm.groups.note.shown" : "rfm.groups.note")]
    picture.summary = picture.title
    picture.table = DataTable(
      [words("table.segment"), words("kpi.customers")],
      rows.map { [$0.name, reading.cell($0.customers)] }
    )
  }
}
