import Plots
import Segments

/// The customers of the map: dots while there are few, else strength of color.
struct CustomersMark: Mark {
  let map: SegmentReport.CustomerMap
  /// The looks of the segments by id; empty where there is only one group.
  let looks: [Int: SegmentStyle]
  let isRaster: Bool

  var extent: MarkExtent {
    guard map.axes.count > 1 else { return .none }
    return MarkExtent(
      x: [map.axes[0].low, map.axes[0].high],
      y: [map.axes[1].low, map.axes[1].high]
    )
  }

  func draw(in frame: PlotFrame, on scene: inout Scene) {
    guard !isRaster else {
      let raster = MapRaster(grid: MapGrid(map), looks: looks, theme: frame.style.theme)
      if let image = raster.dominant() { scene.add(.image(image, in: frame.area)) }
      return
    }
    // In turns, so that no segment covers another.
    let rounds = 8
    let theme = frame.style.theme
    for round in 0..<rounds {
      var points: [Int: [Point]] = [:]
      for (index, point) in map.points.enumerated() where index % rounds == round {
        let place = Point(frame.x.clampedPosition(point.x), frame.y.clampedPosition(point.y))
        points[point.segment, default: []].append(place)
      }
      for (id, places) in points.sorted(by: { $0.key < $1.key }) {
        let color =
          looks.isEmpty ? theme.single : looks[id]?.fill ?? theme.noise.fill
        let size = map.points.count < 600 ? 3.4 : 2.2
        scene.add(.dots(places, diameter: size, color: color.opacity(0.75)))
      }
    }
  }
}
