import Plots
import Segments

/// Places customers of the map in a rectangle.
struct MapFrame {
  let map: SegmentReport.CustomerMap
  let rect: Rect

  private var xAxis: SegmentReport.MapAxis { map.axes[0] }
  private var yAxis: SegmentReport.MapAxis { map.axes[1] }

  /// A frame as wide as given, the same scale on both axes where that gives a sensible height.
  init?(
    _ map: SegmentReport.CustomerMap,
    x: Double,
    y: Double,
    width: Double,
    heights: ClosedRange<Double>
  ) {
    guard map.axes.count >= 2, map.axes.prefix(2).allSatisfy({ $0.high > $0.low }) else {
      return nil
    }
    self.map = map
    let share = (map.axes[1].high - map.axes[1].low) / (map.axes[0].high - map.axes[0].low)
    let height = min(max(width * share, heights.lowerBound), heights.upperBound)
    rect = Rect(x: x, y: y, width: width, height: height)
  }

  /// The place of a customer, on the border when beyond it.
  func point(_ x: Double, _ y: Double) -> Point {
    let u = (x - xAxis.low) / (xAxis.high - xAxis.low)
    let v = (y - yAxis.low) / (yAxis.high - yAxis.low)
    return Point(
      rect.minX + min(max(u, 0), 1) * rect.width,
      rect.maxY - min(max(v, 0), 1) * rect.height
    )
  }
}
