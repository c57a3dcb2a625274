import Plots
import Segments

/// Customers by how recently and how often they buy, with what they spend.
struct RFMGridPanel: Panel {
  static let id = "rfm_grid"
  private static let pitches = (least: 25.0, most: 62.0)
  private static let head = 14.0
  private static let foot = 34.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let facts = reading.report.rfm else { return .absent("") }
    guard let grid = facts.grid, !grid.cells.isEmpty else {
      return .absent(reading.report.customers < 50 ? reading.words("absent.rfm-grid") : "")
    }
    let rows = Double(grid.frequency.count)
    let around = Self.head + Self.foot
    let tallest = around + Self.pitches.most * rows
    let height = subject.height(from: around + Self.pitches.least * rows, to: tallest)
    var drawing = Drawing(width: subject.width, style: reading.style)
    let layout = Layout(grid, reading, width: subject.width, pitch: (height - around) / rows)
    axes(grid, layout, reading, &drawing)
    for cell in grid.cells { draw(cell, grid, layout, reading, &drawing) }
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = tallest
    describe(grid, reading, &picture)
    return .picture(picture)
  }

  /// Where cells are.
  private struct Layout {
    let left: Double
    let cell: Size

    init(_ grid: SegmentReport.RFMGrid, _ reading: Reading, width: Double, pitch: Double) {
      let widest =
        grid.frequency.map { reading.style.width(RFMGridPanel.range($0, reading), .axis) }.max()
        ?? 0
      left = min(width * 0.3, widest + 24)
      cell = Size((width - left) / Double(max(1, grid.recency.count)), pitch)
    }
  }

  /// "8 – 209", or the one value of a class.
  fileprivate static func range(_ score: SegmentReport.RFMScore, _ reading: Reading) -> String {
    guard let measure = reading.measure(score.feature) else { return "–" }
    let (low, high) = (measure.text(score.low), measure.text(score.high))
    return low == high ? low : reading.words("rfm.range", ["low": low, "high": high])
  }

  private func axes(
    _ grid: SegmentReport.RFMGrid,
    _ layout: Layout,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let ink = Lettering.axis.color(drawing.theme.ink)
    let bottom = Self.head + layout.cell.height * Double(grid.frequency.count)
    drawing.text(name(of: grid.frequency, reading), 0, 8, ink.within(drawing.width))
    for (row, score) in grid.frequency.reversed().enumerated() {
      let y = Self.head + layout.cell.height * (Double(row) + 0.5) + 2.7
      drawing.text(reading.format.integer(score.score), 0, y, .data.bold)
      drawing.text(Self.range(score, reading), 14, y, .axis.within(layout.left - 18))
    }
    for (column, score) in grid.recency.enumerated() {
      let x = layout.left + layout.cell.width * (Double(column) + 0.5)
      let room = layout.cell.width - 4
      drawing.text(reading.format.integer(score.score), x, bottom + 10, .data.bold.middle)
      drawing.text(Self.range(score, reading), x, bottom + 20, .axis.middle.within(room))
    }
    let title = ink.end.within(drawing.width)
    drawing.text(name(of: grid.recency, reading), drawing.width, bottom + 31, title)
  }

  private func name(of scores: [SegmentReport.RFMScore], _ reading: Reading) -> String {
    scores.first.flatMap { reading.measure($0.feature)?.label } ?? ""
  }

  private func draw(
    _ cell: SegmentReport.RFMCell,
    _ grid: SegmentReport.RFMGrid,
    _ layout: Layout,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    guard let column = grid.recency.firstIndex(where: { $0.score == cell.recency }),
      let row = grid.frequency.firstIndex(where: { $0.score == cell.frequency })
    else { return }
    let line = grid.frequency.count - 1 - row
    let rect = Rect(
      x: layout.left + layout.cell.width * Double(column),
      y: Self.head + layout.cell.height * Double(line),
      width: layout.cell.width - 0.8,
      height: layout.cell.height - 0.8
    )
    let isFew = cell.customers < reading.style.smallestCell
    let most = grid.cells.map(\.customers).max() ?? 1
    let colors = drawing.theme.sequentialScale(0, Double(most))
    let value = isFew ? nil : Double(cell.customers)
    drawing.cell(rect, value, value.map(colors.color) ?? drawing.theme.panel)
    let ink = value.map(colors.ink) ?? drawing.theme.secondary
    let spend = reading.value.map { $0.text(cell.medianSpend) } ?? ""
    let hasTwo = !isFew && rect.height >= 24 && reading.style.width(spend, .axis) < rect.width - 4
    let middle = rect.midY + (hasTwo ? -2 : 2.7)
    drawing.text(reading.cell(cell.customers), rect.midX, middle, .data.bold.middle.color(ink))
    guard !isFew else { return }
    if hasTwo { drawing.text(spend, rect.midX, middle + 10, .axis.middle.color(ink)) }
    guard let portrait = cell.segment.flatMap(reading.segment), reading.isSegmented else { return }
    let ground = Rect(x: rect.minX + 1.5, y: rect.minY + 1.5, width: 11.5, height: 11.5)
    drawing.fill(ground, drawing.theme.page, radius: 2)
    drawing.tag(portrait, ground.minX + 0.5, ground.minY + 0.5)
  }

  /// Customers in the upper classes of both: two of five, one of three.
  private func best(_ grid: SegmentReport.RFMGrid) -> Int {
    let least = grid.side == 5 ? 4 : grid.side
    return grid.cells.filter { $0.recency >= least && $0.frequency >= least }
      .reduce(0) { $0 + $1.customers }
  }

  private func describe(
    _ grid: SegmentReport.RFMGrid,
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let (words, best) = (reading.words, best(grid))
    let customers = grid.cells.reduce(0) { $0 + $1.customers }
    let count = ["n": reading.format.integer(customers)]
    if best >= reading.style.smallestCell {
      let share = reading.format.percent(Double(best) / Double(max(1, customers)))
      picture.title = words("rfm.grid.title", ["share": share])
      let key = grid.side == 5 ? "rfm.grid.best" : "rfm.grid.best.three"
      picture.notes.append(words(key, ["customers": reading.customers(best)]))
    } else {
      picture.title = words("rfm.grid.title.plain")
    }
    picture.descriptor = words("rfm.grid.desc", count)
    let hasLetters = grid.cells.contains {
      $0.segment != nil && $0.customers >= reading.style.smallestCell
    }
    if reading.isSegmented, hasLetters { picture.notes.append(words("rfm.grid.letters")) }
    picture.summary = picture.title
    picture.table = DataTable(
      [
        name(of: grid.recency, reading), name(of: grid.frequency, reading), words("kpi.customers"),
        words("table.median"), words("table.mean"),
      ],
      grid.cells.map { row($0, grid, reading) }
    )
  }

  private func row(
    _ cell: SegmentReport.RFMCell,
    _ grid: SegmentReport.RFMGrid,
    _ reading: Reading
  ) -> [String] {
    let isFew = cell.customers < reading.style.smallestCell
    let spend = [cell.medianSpend, cell.meanSpend].map { value in
      isFew ? "–" : reading.value?.text(value) ?? "–"
    }
    func text(_ scores: [SegmentReport.RFMScore], _ score: Int) -> String {
      scores.first { $0.score == score }.map { Self.range($0, reading) } ?? "–"
    }
    return [text(grid.recency, cell.recency), text(grid.frequency, cell.frequency)]
      + [reading.cell(cell.customers)] + spend
  }
}
