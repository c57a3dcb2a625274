import Plots

/// Draws the correlations of some measures as a triangle of cells with names and a key of colors.
struct CorrelationTriangle {
  let measures: [Measure]
  /// The correlations by the places of the measures in the report; nil where there is none.
  let matrix: [[Double?]]
  var symbol = CorrelationKind.pearson.symbol
  /// How high the drawing may be, as far as its letters allow.
  var limit = Double.infinity

  /// The numbers of the cells, row by row.
  private struct Numbers {
    let texts: [[String?]]
    let lettering: Lettering
  }

  /// The triangle, at least two measures; by as much higher than it must be as given.
  func scene(width: Double, _ reading: Reading, higher: Double = 0) -> Scene {
    var drawing = Drawing(width: width, style: reading.style)
    let label = min(118, width * 0.34)
    let cell = min(54, (width - label - 60) / Double(measures.count - 1))
    let rows = Double(measures.count - 1)
    let usual = min(27, max(cell * 0.6, 13), max(13, 310 / rows))
    let height = min(usual, max(9.5, (limit - 32) / rows)) + higher / rows
    triangle(reading, (label, cell, height), &drawing)
    let bottom = height * rows
    legend(width - 38, &drawing)
    let foot = feet((label, cell), bottom, &drawing)
    return drawing.scene(height: max(bottom + foot, 130))
  }

  private func triangle(
    _ reading: Reading,
    _ size: (label: Double, cell: Double, height: Double),
    _ drawing: inout Drawing
  ) {
    let colors = drawing.theme.divergingScale(1)
    let numbers = numbers(reading, in: size.cell - 2.8, drawing.style)
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
        if let numbers, let text = numbers.texts[row][column] {
          drawing.text(text, rect.midX, baseline, numbers.lettering.color(colors.ink(on: r)))
        }
      }
    }
  }

  /// What stands in the cells: "+0.73", or ".73" in small letters in all of them where one is too narrow, or nothing.
  private func numbers(_ reading: Reading, in room: Double, _ style: Style) -> Numbers? {
    let forms: [(Lettering, (Double, Reading) -> String)] = [
      (.data.middle, CorrelationText.signed), (.data.middle.size(7), CorrelationText.short),
    ]
    return forms.lazy.map { lettering, text in
      let rows = measures.enumerated().map { row, measure in
        measures.prefix(row).map { matrix[measure.place][$0.place].map { text($0, reading) } }
      }
      return Numbers(texts: rows, lettering: lettering)
    }
    .first { numbers in
      numbers.texts.joined().allSatisfy { text in
        text.map { style.width($0, numbers.lettering) <= room } ?? true
      }
    }
  }

  /// Names below the columns, or letters turned into numbers where they do not fit.
  private func feet(
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

  private func legend(_ x: Double, _ drawing: inout Drawing) {
    let steps = drawing.theme.diverging
    drawing.text(symbol, x, 8, .data.bold)
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
}
