import Plots
import Segments

/// The map of the customers once for each method: the segments, and the groups that the best of every other
/// method found.
struct MethodMapsPanel: Panel {
  static let id = "method_maps"
  private static let head = 16.0
  private static let gap = 12.0

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let tiles = tiles(of: reading)
    guard let map = reading.report.map, tiles.count > 1 else { return .absent("") }
    let across = tiles.count == 4 ? (subject.width > 400 ? 4 : 2) : min(3, tiles.count)
    let width = (subject.width - Self.gap * Double(across - 1)) / Double(across)
    guard let first = MapFrame(map, x: 0, y: 0, width: width, heights: 56...130),
      let last = MapFrame(map, x: 0, y: 0, width: width, heights: 56...200)
    else { return .absent("") }
    let rows = Double((tiles.count + across - 1) / across)
    let around = (Self.head + Self.gap) * rows - Self.gap
    let highest = max(last.rect.height, min(200, first.rect.height * 1.5))
    let tallest = highest * rows + around
    let height = subject.height(from: first.rect.height * rows + around, to: tallest)
    let pitch = (height + Self.gap) / rows
    var drawing = Drawing(width: subject.width, style: reading.style)
    for (index, tile) in tiles.enumerated() {
      let rect = Rect(
        x: Double(index % across) * (width + Self.gap),
        y: Double(index / across) * pitch + Self.head,
        width: width,
        height: pitch - Self.head - Self.gap
      )
      draw(tile, in: rect, &drawing)
    }
    var picture = Picture(plot: drawing.scene(height: height))
    picture.tallest = tallest
    describe(tiles, reading, &picture)
    return .picture(picture)
  }

  /// One method.
  private struct Tile {
    let name: String
    let grid: MapGrid
    let looks: [Int: SegmentStyle]
    /// Groups that are no segments have numbers, the largest 1.
    let isRival: Bool
    let facts: SegmentReport.CandidateFacts
  }

  private func tiles(of reading: Reading) -> [Tile] {
    let candidates = reading.report.candidates
    guard let map = reading.report.map, let chosen = candidates.first(where: \.chosen) else {
      return []
    }
    let own = Tile(
      name: MethodTablePanel.name(of: chosen, reading),
      grid: MapGrid(map, fold: 4),
      looks: reading.looks,
      isRival: false,
      facts: chosen
    )
    let theme = reading.style.theme
    let rivals = (map.rivals ?? []).filter { candidates.indices.contains($0.candidate) }
    return [own]
      + rivals.map { rival in
        let facts = candidates[rival.candidate]
        // One class more than there are groups: single customers in the palest would be lost.
        let places = theme.sequentialPlaces(facts.sizes.count + 1).dropFirst()
        let looks = places.enumerated().map { ($0 + 1, Paint.step($1).look(in: theme)) }
        return Tile(
          name: MethodTablePanel.name(of: facts, reading),
          grid: MapGrid(rival),
          looks: Dictionary(looks) { one, _ in one },
          isRival: true,
          facts: facts
        )
      }
  }

  private func draw(_ tile: Tile, in rect: Rect, _ drawing: inout Drawing) {
    let lettering: Lettering = tile.isRival ? .data : .data.bold
    drawing.text(tile.name, rect.minX, rect.minY - 6, lettering.within(rect.width))
    let raster = MapRaster(grid: tile.grid, looks: tile.looks, theme: drawing.theme)
    if let image = tile.isRival ? raster.parts() : raster.dominant() {
      drawing.add(.image(image, in: rect))
    }
    let line = Stroke(drawing.theme.grid, width: 0.5)
    let edge = rect.inset(left: 0.25, top: 0.25, right: 0.25, bottom: 0.25)
    drawing.add(.rectangle(edge, stroke: line))
  }

  private func describe(_ tiles: [Tile], _ reading: Reading, _ picture: inout Picture) {
    let words = reading.words
    picture.title = words("method-maps.title")
    picture.descriptor = words("method-maps.desc")
    picture.notes = [words("method-maps.note")]
    picture.summary = tiles.map(\.name).joined(separator: "; ")
    picture.table = DataTable(
      [words("table.method"), words("sizes.sizes"), words("unassigned")],
      tiles.map { tile in
        [
          tile.name, tile.facts.sizes.map(reading.cell).joined(separator: ", "),
          reading.cell(tile.facts.noise),
        ]
      }
    )
  }
}
