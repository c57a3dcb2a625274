import Plots

/// Puts the pictures of chapters on sheets of paper, row by row.
///
/// A row never crosses a page: what does not fit goes to the next sheet together with its heading.
struct Binder {
  let geometry: PageGeometry
  let style: Style
  /// The segments that the pages are about.
  var segments: [Portrait] = []

  /// The sheets of a chapter, at least one.
  func sheets(of chapter: Chapter) -> [Sheet] {
    let head = geometry.bodyTop + extraTitle(chapter.title)
    let key = key(of: chapter.rows.flatMap { $0.map(\.picture) })
    let top = head + (key?.size.height ?? 0)
    let rows = rows(of: chapter, from: top)
    let paging = Paging(
      heights: rows.map(\.height),
      room: geometry.bodyBottom - top,
      gap: geometry.rowGap
    )
    return paging.sheets.enumerated().map { place, range in
      let own = self.key(of: rows[range].flatMap { $0.blocks.map(\.picture) })
      return Sheet(
        id: chapter.id,
        section: chapter.section,
        title: chapter.title,
        isContinued: place > 0,
        blocks: blocks(of: Array(rows[range]), from: own == nil ? head : top),
        key: own
      )
    }
  }

  /// The names of the segments where pictures have room for their letters only, and how they are read.
  private func key(of pictures: [Picture]) -> Scene? {
    let named = pictures.contains(where: \.needsKey) ? segments : []
    let guides = pictures.map(\.guide).reduce(into: [String]()) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
    guard !named.isEmpty || !guides.isEmpty else { return nil }
    var drawing = Drawing(width: geometry.width, style: style)
    let names = named.map { style.width($0.name, .data.bold) + 30 }.reduce(0, +)
    var end = named.isEmpty ? 0 : drawing.legend(named, 0, 0)
    for guide in guides {
      let isBeside = end > 0 && end < 20 && names + style.width(guide, .desc) <= geometry.width
      if isBeside, guides.count == 1 {
        drawing.text(guide, geometry.width, 9, .desc.end)
      } else {
        let lettering = Lettering.desc.within(geometry.width)
        end = drawing.paragraph(guide, 0, end + 9, lettering, lines: 2) - 4
      }
    }
    return drawing.scene(height: end + 10)
  }

  /// The rows of one sheet below each other, drawn higher where the sheet has room to spare.
  private func blocks(of rows: [PlacedRow], from top: Double) -> [PlacedBlock] {
    let gap = geometry.rowGap
    let taken = rows.reduce(-gap) { $0 + $1.height + gap }
    let spare = geometry.bodyBottom - top - taken
    let growth = rows.reduce(0) { $0 + $1.growth }
    let share = growth > 0 ? min(1, max(0, spare) / growth) : 0
    var y = top
    return rows.flatMap { row in
      let grown = share > 0 && row.growth > 0 ? row.grown(by: share * row.growth, style) : row
      defer { y += grown.height + gap }
      return grown.blocks.map { block in
        var block = block
        block.corner = block.corner + Point(0, y)
        return block
      }
    }
  }

  /// The rows as blocks; of a chapter for one sheet only as many as fit, the last one always.
  private func rows(of chapter: Chapter, from top: Double) -> [PlacedRow] {
    let whole = chapter.isSingle ? chapter.rows : chapter.rows.flatMap { cut($0, below: top) }
    var rows = whole.map { PlacedRow(blocks: place($0)) }
    func bottom() -> Double {
      rows.reduce(top - geometry.rowGap) { $0 + geometry.rowGap + $1.height }
    }
    while chapter.isSingle, rows.count > 2, bottom() > geometry.bodyBottom + 0.5 {
      rows.remove(at: rows.count - 2)
    }
    return rows
  }

  /// A row that is higher than a page as several rows.
  private func cut(
    _ row: [(columns: Int, picture: Picture)],
    below top: Double
  ) -> [[(columns: Int, picture: Picture)]] {
    let cutter = PictureCutter(style: style, measure: style.measure)
    let parts = row.map { cutter.parts(of: $0.picture, atMost: geometry.bodyBottom - top) }
    let most = parts.map(\.count).max() ?? 0
    guard most > 1 else {
      return [zip(row, parts).map { ($0.columns, $1.first ?? $0.picture) }]
    }
    return (0..<most).map { place in
      zip(row, parts).map { block, parts in
        // A neighbor that has ended keeps its columns empty.
        let rest =
          parts.indices.contains(place) ? parts[place] : Picture(plot: Scene(size: .init(0, 0)))
        return (block.columns, rest)
      }
    }
  }

  /// How far a title of two lines pushes the body down.
  func extraTitle(_ title: String) -> Double {
    let lines = style.measure.wrap(
      title,
      width: geometry.width,
      style: style.text(.h1),
      maxLines: 2
    ).count
    return lines > 1 ? style.text(.h1).leading : 0
  }

  private func place(_ row: [(columns: Int, picture: Picture)]) -> [PlacedBlock] {
    var column = 0
    let frame = BlockFrame(style: style)
    return row.map { columns, picture in
      let x = geometry.margin + Double(column) * (geometry.column + geometry.gutter)
      column += columns
      return PlacedBlock(
        picture: picture,
        columns: columns,
        scene: frame.scene(of: picture),
        corner: Point(x, 0)
      )
    }
    // Where a neighbor goes on below, nothing stands beside it.
    .filter { $0.picture.plot.size.height > 0 }
  }
}
