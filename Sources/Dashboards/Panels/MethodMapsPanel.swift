import Plots
import Segments

/// The map of the customers once for each method: the segments, and the groups that the best of every other
/// method found.
struct MethodMapsPanel: Panel {
  static let id = "method_maps"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let methods = methods(of: reading)
    guard let map = reading.report.map, methods.count > 1 else { return .absent("") }
    let four = subject.width > 400 ? 4 : 2
    let across = methods.count == 4 ? four : min(3, methods.count)
    guard
      let tiles = MapTiles(methods.count, across: across, of: map, subject, usual: 130, most: 200)
    else { return .absent("") }
    var drawing = Drawing(width: subject.width, style: reading.style)
    for (index, method) in methods.enumerated() { draw(method, in: tiles.cell(index), &drawing) }
    var picture = Picture(plot: drawing.scene(height: tiles.height))
    picture.tallest = tiles.tallest
    describe(methods, reading, &picture)
    return .picture(picture)
  }

  /// One method.
  private struct Method {
    let name: String
    let grid: MapGrid
    let looks: [Int: SegmentStyle]
    /// Groups that are no segments have shades of blue, the largest the palest.
    let isRival: Bool
    let facts: SegmentReport.CandidateFacts
  }

  private func methods(of reading: Reading) -> [Method] {
    let candidates = reading.report.candidates
    guard let map = reading.report.map, let chosen = candidates.first(where: \.chosen) else {
      return []
    }
    let own = Method(
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
        return Method(
          name: MethodTablePanel.name(of: facts, reading),
          grid: MapGrid(rival),
          looks: Dictionary(looks) { one, _ in one },
          isRival: true,
          facts: facts
        )
      }
  }

  private func draw(_ method: Method, in rect: Rect, _ drawing: inout Drawing) {
    let lettering: Lettering = method.isRival ? .data : .data.bold
    drawing.text(method.name, rect.minX, rect.minY - 6, lettering.within(rect.width))
    let raster = MapRaster(grid: method.grid, looks: method.looks, theme: drawing.theme)
    if let image = method.isRival ? raster.parts() : raster.dominant() {
      drawing.add(.image(image, in: rect))
    }
    drawing.edge(of: rect)
  }

  private func describe(_ methods: [Method], _ reading: Reading, _ picture: inout Picture) {
    let words = reading.words
    picture.title = words("method-maps.title")
    picture.descriptor = words("method-maps.desc")
    picture.notes = [words("method-maps.note")]
    picture.summary = methods.map(\.name).joined(separator: "; ")
    picture.table = GroupSizesPanel.table(of: methods.map(\.facts), reading)
  }
}
