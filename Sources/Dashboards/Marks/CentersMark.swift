import Foundation
import Plots
import Segments

/// The middles of the segments on the map: a letter each, moved aside where two would touch.
struct CentersMark: Mark {
  /// The middle of a segment with the segment's look.
  struct Center {
    let facts: SegmentReport.MapCenter
    let look: SegmentStyle
  }

  let centers: [Center]

  var extent: MarkExtent { .none }

  func draw(in frame: PlotFrame, on scene: inout Scene) {
    if centers.count <= 8 { ellipses(in: frame, on: &scene) }
    var taken: [Point] = []
    for center in centers {
      let home = Point(
        frame.x.clampedPosition(center.facts.x),
        frame.y.clampedPosition(center.facts.y)
      )
      let place = Self.free(near: home, taken: taken, inside: frame.area)
      taken.append(place)
      badge(center.look, at: place, of: home, frame.style, on: &scene)
    }
  }

  private func ellipses(in frame: PlotFrame, on scene: inout Scene) {
    let theme = frame.style.theme
    scene.group(clip: frame.area) { scene in
      for path in centers.compactMap({ ellipse(of: $0.facts, in: frame) }) {
        scene.add(.path(path, stroke: Stroke(theme.page, width: 2.6)))
        scene.add(.path(path, stroke: Stroke(theme.ink, width: 1)))
      }
    }
  }

  /// The ellipse that holds half of a segment, if its customers spread like a normal distribution.
  private func ellipse(of center: SegmentReport.MapCenter, in frame: PlotFrame) -> Path? {
    let sx = frame.x.position(1) - frame.x.position(0)
    let sy = frame.y.position(1) - frame.y.position(0)
    let (a, b, c) = (center.xx * sx * sx, center.xy * sx * sy, center.yy * sy * sy)
    let middle = (a + c) / 2
    let reach = (((a - c) / 2) * ((a - c) / 2) + b * b).squareRoot()
    guard middle + reach > 0, (middle + reach).isFinite else { return nil }
    // The square root of 2 ln 2: half of a normal distribution in the plane lies within it.
    let half = 1.17741
    return .ellipse(
      center: frame.point(center.x, center.y),
      radiusX: half * (middle + reach).squareRoot(),
      radiusY: half * max(0, middle - reach).squareRoot(),
      angle: 0.5 * atan2(2 * b, a - c)
    )
  }

  /// The nearest place where a badge touches no other.
  private static func free(near home: Point, taken: [Point], inside rect: Rect) -> Point {
    let inner = rect.inset(left: 8, top: 8, right: 8, bottom: 8)
    func isFree(_ place: Point) -> Bool {
      taken.allSatisfy { hypot($0.x - place.x, $0.y - place.y) >= 17 }
    }
    for ring in 0..<12 {
      for step in 0..<(ring == 0 ? 1 : 12) {
        let angle = Double(step) * .pi / 6
        let radius = Double(ring) * 9
        let x = min(max(home.x + radius * cos(angle), inner.minX), inner.maxX)
        let y = min(max(home.y + radius * sin(angle), inner.minY), inner.maxY)
        if isFree(Point(x, y)) { return Point(x, y) }
      }
    }
    return home
  }

  private func badge(
    _ look: SegmentStyle,
    at place: Point,
    of home: Point,
    _ style: PlotStyle,
    on scene: inout Scene
  ) {
    let theme = style.theme
    if home != place { scene.line(home, place, Stroke(theme.ink, width: 0.75)) }
    scene.add(.circle(place, radius: 8, fill: .color(theme.page)))
    scene.add(.circle(place, radius: 6.6, fill: .color(look.fill)))
    scene.text(
      look.letter,
      at: place + Point(0, 2.9),
      style: style.type[.data].weight(.semibold).size(8 * style.type.factor),
      color: look.ink,
      anchor: .middle
    )
  }
}
