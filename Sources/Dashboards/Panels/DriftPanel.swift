import Plots
import Segments

/// How far every measure has shifted since the baseline, by the population stability index.
struct DriftPanel: Panel {
  static let id = "drift"
  private static let most = 20
  /// So many are listed even where hardly any has shifted.
  private static let fewest = 6

  /// The measures, the most shifted first.
  static func sorted(_ drift: SegmentReport.Drift) -> [SegmentReport.Shift] {
    drift.features.enumerated().sorted {
      ($1.element.psi, $0.offset) < ($0.element.psi, $1.offset)
    }
    .map(\.element)
  }

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let drift = reading.report.drift, !drift.features.isEmpty else {
      return .absent(reading.words("absent.drift"))
    }
    let words = reading.words
    let shifts = Self.sorted(drift)
    let columns = [
      TableDrawing.Column(title: words("table.measure"), width: 170, isText: true),
      .init(title: words("drift.word"), width: 70, isText: true),
      .init(title: words("drift.psi"), width: 50),
      .init(title: "", width: subject.width - 290, isText: true),
    ]
    let names = shifts.map { reading.measure($0.name)?.label ?? MeasureLabels.readable($0.name) }
    let shown = max(Self.fewest, shifts.count { $0.band != "none" })
    var lines = zip(names, shifts).map { ($0, $1) }
    let mix = drift.mix.map { [(words("drift.mix"), $0)] } ?? []
    let table = (lines + mix).map { row($0, $1, reading).prefix(3).map(\.text) }
    lines = lines.prefix(min(shown, Self.most)) + mix
    let rows = lines.map { row($0, $1, reading) }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let bottom = TableDrawing(columns: columns).draw(rows, in: &drawing, at: 0)
    let top = bottom - 15 * Double(rows.count)
    for (index, line) in lines.enumerated() {
      bar(line.1, x: 306, y: top + 15 * Double(index) + 3.5, to: subject.width, &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: bottom + 1))
    picture.header = TableDrawing(columns: columns).headerHeight(reading.style)
    describe(drift, Array(zip(names, shifts)), reading, &picture)
    if let largest = shifts.dropFirst(lines.count - mix.count).first {
      let psi = reading.format.fixed(largest.psi, decimals: 2)
      let others = shifts.count - lines.count + mix.count
      let values = ["n": reading.format.integer(others), "psi": psi]
      picture.notes.insert(words.counted(others, "drift.more", values), at: 0)
    }
    picture.table = DataTable(columns.prefix(3).map(\.title), table)
    picture.onScreen = .table
    return .picture(picture)
  }

  private func row(
    _ name: String,
    _ shift: SegmentReport.Shift,
    _ reading: Reading
  ) -> [TableDrawing.Cell] {
    let isQuiet = shift.band == "none"
    // Tables break long texts into lines; here every line is as high as its bar.
    let label = reading.style.measure.ellipsized(
      name,
      width: 160,
      style: reading.style.text(.data)
    )
    return [
      .init(label, .data),
      .init(
        reading.words.find("drift." + shift.band) ?? SafeText.label(shift.band),
        isQuiet ? .data.color(reading.style.theme.secondary) : .data.bold
      ),
      .init(reading.format.fixed(shift.psi, decimals: 2), .data),
    ]
  }

  private func bar(
    _ shift: SegmentReport.Shift,
    x: Double,
    y: Double,
    to end: Double,
    _ drawing: inout Drawing
  ) {
    // Half is far beyond "significant"; longer bars would only hide the others.
    let share = min(max(shift.psi, 0), 0.5) / 0.5
    let color =
      shift.band == "significant"
      ? drawing.theme.problem
      : shift.band == "moderate" ? drawing.theme.check : drawing.theme.single
    let rect = Rect(x: x, y: y, width: max(0.5, share * (end - x)), height: 8)
    drawing.bar(rect, share, .plain(color))
  }

  private func describe(
    _ drift: SegmentReport.Drift,
    _ shifts: [(name: String, shift: SegmentReport.Shift)],
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    let moved = shifts.filter { $0.shift.band != "none" }.prefix(2).map(\.name)
    picture.title =
      moved.isEmpty
      ? words("drift.title.none")
      : words(
        "drift.title",
        ["measures": words.list(moved.enumerated().map { $0 == 0 ? $1 : words.inner($1) })]
      )
    if let day = drift.baselineAsOf.flatMap(Day.init(iso:)) {
      picture.descriptor = words("drift.desc", ["date": reading.format.date(day)])
    } else {
      picture.descriptor = words("drift.desc.undated")
    }
    picture.notes = [words("drift.note")]
    picture.summary = picture.title
  }
}
