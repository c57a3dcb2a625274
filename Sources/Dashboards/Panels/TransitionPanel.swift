import Plots
import Segments

/// From which segment to which: the shares of each segment before, by segment now.
struct TransitionPanel: Panel {
  static let id = "transition"
  /// In smaller rows percentages would say more than there is.
  private static let fewest = 30

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let migration = reading.report.migration else {
      return .absent(reading.words("absent.no-change"))
    }
    guard let table = MoveTable(migration) else { return .absent("") }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let size = 42.0
    let columns = Double(table.to.count)
    let widest = table.from.map { place in
      reading.style.width(ChangeWords(reading: reading).name(of: place), .data.medium) + 20
    }
    let name = min(
      widest.max() ?? 0,
      max(subject.width * 0.36, subject.width - size - 40 * columns)
    )
    let cell = min(44, (subject.width - name - size) / columns)
    header(table, (name, cell), reading, &drawing)
    let rows = Double(table.from.count)
    let least = table.from.count > 10 ? 14.0 : 19
    let height = (subject.height(from: 32 + least * rows, to: 32 + 28 * rows) - 32) / rows
    for (row, place) in table.from.enumerated() {
      let y = 30 + Double(row) * height
      let baseline = y + height / 2 + 2.7
      label(place, baseline, name - 8, reading, &drawing)
      cells(of: row, table, Rect(x: name, y: y, width: cell, height: height), reading, &drawing)
      let sum = reading.cell(table.counts[row].reduce(0, +))
      drawing.text(sum, name + Double(table.to.count) * cell + size - 2, baseline, .data.end)
    }
    let bottom = 30 + Double(table.from.count) * height
    var picture = Picture(plot: drawing.scene(height: bottom + 2))
    picture.tallest = 32 + 28 * rows
    picture.isCramped = cell < reading.style.width(reading.format.percent(1), .data) + 2
    picture.title = title(table, reading)
    picture.descriptor = reading.words("transition.desc")
    picture.summary = picture.title
    picture.table = Self.counts(table, reading)
    return .picture(picture)
  }

  /// The matrix as counts.
  static func counts(_ table: MoveTable, _ reading: Reading) -> DataTable {
    let names = ChangeWords(reading: reading)
    return DataTable(
      [reading.words("moves.from")] + table.to.map(names.name(of:)),
      zip(table.from, table.counts).map { place, counts in
        [names.name(of: place)] + counts.map(reading.cell)
      }
    )
  }

  private func header(
    _ table: MoveTable,
    _ size: (name: Double, cell: Double),
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let names = ChangeWords(reading: reading)
    for (column, place) in table.to.enumerated() {
      let middle = size.name + (Double(column) + 0.5) * size.cell
      guard place.kind != "segment" else {
        tag(place, middle - 5.25, 15, reading, &drawing)
        continue
      }
      // Words wider than their column stand above their neighbor's.
      let text = names.name(of: place)
      let isWide = drawing.style.width(text, .axis) > size.cell - 2
      let isLast = column == table.to.count - 1
      drawing.text(text, middle, isWide && !isLast ? 10 : 25, .axis.middle)
    }
    let end = size.name + Double(table.to.count) * size.cell + 40
    drawing.text(reading.words("table.n"), end, 25, .axis.end)
  }

  private func tag(
    _ place: SegmentReport.Place,
    _ x: Double,
    _ y: Double,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let look = ChangeWords(reading: reading).paint(of: place).look(in: drawing.theme)
    drawing.add(.rectangle(Rect(x: x, y: y, width: 10.5, height: 10.5), radius: 2, fill: look.area))
    let lettering = Lettering.data.bold.size(place.letter.count > 1 ? 7 : 7.9).middle
    drawing.text(place.letter, x + 5.25, y + 8.1, lettering.color(look.ink))
  }

  private func label(
    _ place: SegmentReport.Place,
    _ baseline: Double,
    _ width: Double,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    guard place.kind == "segment" else {
      let text = ChangeWords(reading: reading).name(of: place)
      drawing.text(text, 15.5, baseline, .data.within(width - 15.5))
      return
    }
    tag(place, 0, baseline - 8.3, reading, &drawing)
    drawing.text(
      reading.name(place.id, inReport: place.name),
      15.5,
      baseline,
      .data.medium.within(width - 15.5)
    )
  }

  private func cells(
    of row: Int,
    _ table: MoveTable,
    _ first: Rect,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let counts = table.counts[row]
    let sum = counts.reduce(0, +)
    let colors = drawing.theme.sequentialScale(0, 1)
    for (column, count) in counts.enumerated() {
      let rect = Rect(
        x: first.minX + Double(column) * first.width,
        y: first.minY,
        width: first.width - 0.8,
        height: first.height - 0.8
      )
      let share = Double(count) / Double(max(1, sum))
      drawing.fill(rect, count > 0 ? colors.color(of: share) : drawing.theme.panel)
      if table.isStay(row, column) {
        drawing.add(
          .rectangle(
            rect.inset(left: 0.5, top: 0.5, right: 0.5, bottom: 0.5),
            stroke: Stroke(drawing.theme.ink, width: 1)
          )
        )
      }
      guard count > 0 else { continue }
      let isFew = count < reading.style.smallestCell || sum < Self.fewest
      let text = isFew ? reading.cell(count) : reading.format.percent(share)
      let lettering = Lettering.data.middle.color(colors.ink(on: share))
      guard drawing.style.width(text, lettering) < rect.width - 1 else { continue }
      drawing.text(text, rect.midX, rect.midY + 2.7, lettering)
    }
  }

  /// The segment that keeps most of its customers.
  private func title(_ table: MoveTable, _ reading: Reading) -> String {
    var best: (name: String, share: Double)?
    for (row, place) in table.from.enumerated() where place.kind == "segment" {
      let sum = table.counts[row].reduce(0, +)
      guard sum >= Self.fewest else { continue }
      for column in table.to.indices where table.isStay(row, column) {
        let share = Double(table.counts[row][column]) / Double(sum)
        if share > best?.share ?? 0.5 {
          best = (reading.name(place.id, inReport: place.name), share)
        }
      }
    }
    guard let best else { return reading.words("transition.title.plain") }
    return reading.words(
      "transition.title",
      ["segment": best.name, "share": reading.format.percent(best.share)]
    )
  }
}
