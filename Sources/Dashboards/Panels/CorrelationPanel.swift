import Plots
import Segments

/// Which measures move together: a triangle of correlations.
struct CorrelationPanel: Panel {
  static let id = "corr"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let all = reading.correlated
    guard all.count >= 2, reading.report.customers >= 5 else {
      return .absent(reading.words("absent.no-correlation"))
    }
    let strongest = strongestReach(of: all, reading)
    let measures = Array(
      all.sorted { (strongest[$0.place] ?? 0, $1.place) > (strongest[$1.place] ?? 0, $0.place) }
        .prefix(25)
    ).sorted { $0.place < $1.place }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let label = min(118, subject.width * 0.34)
    let cell = min(54, (subject.width - label - 60) / Double(measures.count - 1))
    let height = min(27, max(cell * 0.6, 13), max(13, 310 / Double(measures.count - 1)))
    triangle(measures, reading, (label, cell, height), &drawing)
    let bottom = height * Double(measures.count - 1)
    legend(subject.width - 38, reading, &drawing)
    let foot = feet(measures, (label, cell), bottom, &drawing)
    var picture = Picture(plot: drawing.scene(height: max(bottom + foot, 130)))
    describe(measures, all.count, reading, &picture)
    return .picture(picture)
  }

  private func strongestReach(of measures: [Measure], _ reading: Reading) -> [Int: Double] {
    reading.pairs.reduce(into: [:]) { reach, pair in
      reach[pair.one.place] = max(reach[pair.one.place] ?? 0, pair.r.magnitude)
      reach[pair.other.place] = max(reach[pair.other.place] ?? 0, pair.r.magnitude)
    }
  }

  private func triangle(
    _ measures: [Measure],
    _ reading: Reading,
    _ size: (label: Double, cell: Double, height: Double),
    _ drawing: inout Drawing
  ) {
    let colors = drawing.theme.divergingScale(1)
    let matrix = reading.report.correlations.pearson
    for (row, measure) in measures.enumerated().dropFirst() {
      let y = Double(row - 1) * size.height
      let baseline = y + size.height / 2 + 2.7
      drawing.text(
        measure.label,
        0,
        baseline,
        Lettering(.axis).color(drawing.theme.ink).within(size.label - 6)
      )
      for (column, other) in measures.enumerated().prefix(row) {
        let rect = Rect(
          x: size.label + Double(column) * size.cell,
          y: y,
          width: size.cell - 0.8,
          height: size.height - 0.8
        )
        guard let r = matrix[measure.place][other.place] else {
          drawing.fill(rect, drawing.theme.panel)
          continue
        }
        drawing.cell(rect, r, colors.color(of: r))
        let text = Self.text(r, reading)
        let lettering = Lettering.data.middle.color(colors.ink(on: r))
        if drawing.style.width(text, lettering) < rect.width - 2 {
          drawing.text(text, rect.midX, baseline, lettering)
        }
      }
    }
  }

  /// Names below the columns, or letters turned into numbers where they do not fit.
  private func feet(
    _ measures: [Measure],
    _ size: (label: Double, cell: Double),
    _ bottom: Double,
    _ drawing: inout Drawing
  ) -> Double {
    // Where columns are narrow, a name stands at the end of its own row's diagonal instead.
    guard size.cell >= 34 else {
      for (column, measure) in measures.dropLast().enumerated() {
        let x = size.label + Double(column) * size.cell + 2
        let y = bottom / Double(measures.count - 1) * Double(column) - 3
        guard column > 0 else { continue }
        drawing.text(
          measure.label,
          x,
          y,
          Lettering(.axis).within(min(110, drawing.width - x - (y < 150 ? 46 : 0)))
        )
      }
      return 6
    }
    for (column, measure) in measures.dropLast().enumerated() {
      let x = size.label + (Double(column) + 0.5) * size.cell
      let style = drawing.style.text(.axis)
      let lines = drawing.style.measure.wrap(
        measure.label,
        width: size.cell - 4,
        style: style,
        maxLines: 3
      )
      for (index, line) in lines.enumerated() {
        drawing.text(line, x, bottom + 10 + Double(index) * 9, .axis.middle)
      }
    }
    return 32
  }

  private func legend(_ x: Double, _ reading: Reading, _ drawing: inout Drawing) {
    let steps = drawing.theme.diverging
    drawing.text("r", x, 8, .data.bold)
    for (index, color) in steps.reversed().enumerated() {
      drawing.fill(
        Rect(x: x, y: 14 + Double(index) * 10, width: 16, height: 9.2),
        color
      )
    }
    let bottom = 14 + Double(steps.count) * 10
    drawing.text("+1", x + 20, 21, .axis)
    drawing.text("0", x + 20, (14 + bottom) / 2 + 2.2, .axis)
    drawing.text("−1", x + 20, bottom - 3, .axis)
  }

  /// "+0.73".
  static func text(_ r: Double, _ reading: Reading) -> String {
    let text = reading.format.fixed(r, decimals: 2)
    return r > 0.005 ? "+" + text : text
  }

  private func describe(
    _ measures: [Measure],
    _ count: Int,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    if let pair = reading.pairs.first {
      picture.title = words(
        pair.r >= 0 ? "corr.title" : "corr.title.against",
        [
          "one": pair.one.label, "other": pair.other.inner,
          "r": Self.text(pair.r, reading),
        ]
      )
    }
    picture.descriptor = words(
      "corr.desc",
      ["n": reading.format.integer(reading.report.customers)]
    )
    let constant = reading.measures.filter(\.isConstant).map(\.label)
    if !constant.isEmpty {
      picture.notes.append(words("corr.constant", ["list": words.list(constant)]))
    }
    if count > measures.count {
      picture.notes.append(
        words("corr.more", ["n": reading.format.integer(measures.count)])
      )
    }
    picture.summary = reading.pairs.prefix(4).map {
      "\($0.one.label) – \($0.other.label): \(Self.text($0.r, reading))"
    }.joined(separator: "; ")
    let matrix = reading.report.correlations.pearson
    picture.table = DataTable(
      [words("table.measure")] + measures.map(\.label),
      measures.map { one in
        [one.label]
          + measures.map { other in
            one.place == other.place
              ? "1" : matrix[one.place][other.place].map { Self.text($0, reading) } ?? "–"
          }
      }
    )
  }
}
