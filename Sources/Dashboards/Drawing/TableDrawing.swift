import Plots

/// Draws a table: header, rows with rules between, cells that never touch.
struct TableDrawing {
  /// One column.
  struct Column {
    let title: String
    let width: Double
    var isText = false
  }

  /// One cell.
  struct Cell {
    var text: String
    var portrait: Portrait?
    var lettering = Lettering.axis
    /// A status whose sign stands in the cell instead of words.
    var status: String?

    init(_ text: String, _ lettering: Lettering = .axis, portrait: Portrait? = nil) {
      self.text = text
      self.lettering = lettering
      self.portrait = portrait
    }
  }

  /// Rows further apart than this are no table any more.
  private static let loosest = 22.0

  let columns: [Column]
  var pitch = 15.0
  /// The row on a ground of its own.
  var tinted: Int?

  /// Where each column begins.
  private var lefts: [Double] {
    columns.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1.width) }
  }

  /// Draws header and rows from `y` on; returns the y below the last row.
  func draw(
    _ rows: [[Cell]],
    in drawing: inout Drawing,
    at y: Double
  )
    -> Double
  {
    var y = header(in: &drawing, at: y)
    for (index, row) in rows.enumerated() {
      let lines = self.lines(of: row, drawing.style)
      let height = pitch + Double((lines.map(\.count).max() ?? 1) - 1) * 9
      if index == tinted {
        drawing.fill(
          Rect(x: 0, y: y, width: drawing.width, height: height),
          drawing.theme.sequential[0]
        )
      }
      for (column, cell) in row.enumerated() where column < columns.count {
        draw(cell, lines[column], column, in: &drawing, at: y)
      }
      y += height
      drawing.rule(y)
    }
    return y
  }

  /// The table as a picture, its rows further apart where a page has room to spare.
  func picture(
    _ rows: [[Cell]],
    at y: Double = 0,
    for subject: Subject,
    _ style: Style
  )
    -> Picture
  {
    var drawing = Drawing(width: subject.width, style: style)
    let least = draw(rows, in: &drawing, at: y) + 1
    let count = Double(max(1, rows.count))
    let tallest = least + max(0, Self.loosest - pitch) * count
    let height = subject.height(from: least, to: tallest)
    if height > least {
      drawing = Drawing(width: subject.width, style: style)
      var looser = self
      looser.pitch += (height - least) / count
      _ = looser.draw(rows, in: &drawing, at: y)
    }
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = tallest
    return picture
  }

  private func lines(of row: [Cell], _ style: Style) -> [[String]] {
    row.enumerated().map { column, cell in
      guard column < columns.count, columns[column].isText, cell.portrait == nil else {
        return [cell.text]
      }
      return style.measure.wrap(
        cell.text,
        width: columns[column].width - 8,
        style: style.text(cell.lettering),
        maxLines: 8
      )
    }
  }

  /// How high the header is, rule included.
  func headerHeight(_ style: Style) -> Double {
    var drawing = Drawing(width: 0, style: style)
    return header(in: &drawing, at: 0)
  }

  private func header(in drawing: inout Drawing, at y: Double) -> Double {
    let style = drawing.style
    let titles = columns.map { column in
      style.measure.wrap(
        column.title,
        width: column.width - 6,
        style: style.text(.axis),
        maxLines: 2
      )
    }
    let count = titles.map(\.count).max() ?? 0
    guard count > 0 else { return y }
    for (index, lines) in titles.enumerated() {
      for (place, line) in lines.enumerated() {
        let baseline = y + 8 + Double(count - lines.count + place) * 9
        drawing.text(line, anchorX(index), baseline, columns[index].isText ? .axis : .axis.end)
      }
    }
    let bottom = y + Double(count) * 9 + 4
    drawing.rule(bottom, strong: true)
    return bottom
  }

  /// The x at which a column's texts begin or end.
  private func anchorX(_ column: Int) -> Double {
    let isLast = column == columns.count - 1
    return columns[column].isText
      ? lefts[column] : lefts[column] + columns[column].width - (isLast ? 0 : 4)
  }

  private func draw(
    _ cell: Cell,
    _ lines: [String],
    _ column: Int,
    in drawing: inout Drawing,
    at y: Double
  ) {
    let baseline = y + pitch / 2 + 2.8
    let width = columns[column].width - 6
    if let portrait = cell.portrait {
      drawing.name(portrait, lefts[column], baseline, within: width)
      return
    }
    if let status = cell.status {
      let center = Point(lefts[column] + 4, y + pitch / 2)
      drawing.add(Verdict.sign(of: status, at: center, drawing.theme))
      return
    }
    guard columns[column].isText else {
      drawing.text(cell.text, anchorX(column), baseline, cell.lettering.end.within(width))
      return
    }
    for (place, line) in lines.enumerated() {
      drawing.text(line, lefts[column], baseline + Double(place) * 9, cell.lettering)
    }
  }
}
