import Plots

/// Puts the pictures of chapters on sheets of paper, row by row.
///
/// A row never crosses a page: what does not fit goes to the next sheet together with its heading.
struct Binder {
  let geometry: PageGeometry
  let style: Style

  /// The sheets of a chapter, at least one.
  func sheets(of chapter: Chapter) -> [Sheet] {
    var sheets: [Sheet] = []
    var blocks: [PlacedBlock] = []
    let first = geometry.bodyTop + extraTitle(chapter.title)
    var y = first
    func close() {
      sheets.append(
        Sheet(
          id: chapter.id,
          section: chapter.section,
          title: chapter.title,
          isContinued: !sheets.isEmpty,
          blocks: blocks
        )
      )
      blocks = []
      y = first
    }
    for placed in rows(of: chapter, from: first) {
      let height = placed.map(\.scene.size.height).max() ?? 0
      if !blocks.isEmpty, y + height > geometry.bodyBottom + 0.5 { close() }
      for var block in placed {
        block.corner = block.corner + Point(0, y)
        blocks.append(block)
      }
      y += height + geometry.rowGap
    }
    close()
    return sheets
  }

  /// The rows as blocks; of a chapter for one sheet only as many as fit, the last one always.
  private func rows(of chapter: Chapter, from top: Double) -> [[PlacedBlock]] {
    let whole = chapter.isSingle ? chapter.rows : chapter.rows.flatMap { cut($0, below: top) }
    var rows = whole.map(place)
    func bottom() -> Double {
      rows.reduce(top - geometry.rowGap) { y, row in
        y + geometry.rowGap + (row.map(\.scene.size.height).max() ?? 0)
      }
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
