import Plots
import Segments

/// Each segment alone on the map, over all customers in grey.
struct MapSegmentsPanel: Panel {
  static let id = "map_segments"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard reading.segments.count >= 3 else { return .absent("") }
    guard let map = reading.report.map else { return .absent("") }
    let count = reading.segments.count
    let across = count <= 4 ? count : count <= 10 ? 5 : 6
    guard
      let tiles = MapTiles(count, across: across, of: map, subject, usual: 110, most: 240)
    else { return .absent("") }
    var drawing = Drawing(width: subject.width, style: reading.style)
    let grid = MapGrid(map, fold: max(1, Int(Double(map.columns) / tiles.cell(0).width)))
    for (index, portrait) in reading.segments.enumerated() {
      let cell = tiles.cell(index)
      let heights = cell.height...cell.height
      guard
        let frame = MapFrame(map, x: cell.minX, y: cell.minY, width: cell.width, heights: heights)
      else { continue }
      draw(portrait, frame, grid, reading, &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: tiles.height))
    picture.tallest = tiles.tallest
    picture.title = reading.words("map.alone")
    picture.descriptor = reading.words("map.alone.desc")
    picture.summary = picture.descriptor
    return .picture(picture)
  }

  private func draw(
    _ portrait: Portrait,
    _ frame: MapFrame,
    _ grid: MapGrid,
    _ reading: Reading,
    _ drawing: inout Drawing
  ) {
    let rect = frame.rect
    let size = reading.words("n", ["n": reading.cell(portrait.size)])
    let room = drawing.style.width(size, .axis) + 6
    let isWide = rect.width > 130
    drawing.name(
      portrait,
      rect.minX,
      rect.minY - 6,
      within: rect.width - (isWide ? room : 0)
    )
    if isWide { drawing.text(size, rect.maxX, rect.minY - 6, .axis.end) }
    if portrait.isHidden {
      drawing.paragraph(
        reading.style.few,
        rect.minX + 4,
        rect.midY,
        .axis.within(rect.width - 8)
      )
    } else if reading.report.customers < CustomerMapPanel.mostDots {
      dots(portrait, frame, &drawing)
    } else if let image = MapRaster(grid: grid, looks: reading.looks, theme: reading.style.theme)
      .alone(portrait.id)
    {
      drawing.add(.image(image, in: rect))
    }
    drawing.edge(of: rect)
  }

  private func dots(_ portrait: Portrait, _ frame: MapFrame, _ drawing: inout Drawing) {
    // All of the others would only make the file larger: at most a thousand show where they are.
    let all = frame.map.points.filter { $0.segment != portrait.id }
    let step = max(1, (all.count + 999) / 1000)
    let others = stride(from: 0, to: all.count, by: step).map { all[$0] }
    let own = frame.map.points.filter { $0.segment == portrait.id }
    drawing.add(
      .dots(
        others.map { frame.point($0.x, $0.y) },
        diameter: 1.6,
        color: drawing.theme.other.fill.opacity(0.6)
      )
    )
    drawing.add(
      .dots(own.map { frame.point($0.x, $0.y) }, diameter: 2, color: portrait.look.fill)
    )
  }
}
