import Plots

/// A tree of merges that grows from bands on the left to its root on the right.
struct TreeMark: Mark {
  /// Two parts that join: numbers below the count of leaves are leaves, then come the joins in order.
  struct Join: Sendable, Hashable {
    let left: Int
    let right: Int
    let height: Double
  }

  let leafCount: Int
  let joins: [Join]
  /// Whose color the branch to a leaf or of a join has, by its number.
  let paints: [Paint]

  var extent: MarkExtent {
    MarkExtent(x: joins.map(\.height) + [0], y: (0..<leafCount).map(Double.init))
  }

  func draw(in frame: PlotFrame, on scene: inout Scene) {
    // The heart of a part: where its branch begins.
    var hearts = (0..<leafCount).map { (height: 0.0, band: Double($0)) }
    for (place, join) in joins.enumerated() {
      guard hearts.indices.contains(join.left), hearts.indices.contains(join.right) else { return }
      let x = frame.x.clampedPosition(join.height)
      for part in [join.left, join.right] {
        let y = frame.y.position(hearts[part].band)
        let start = frame.x.clampedPosition(hearts[part].height)
        scene.line(Point(start, y), Point(x, y), stroke(of: part, frame))
      }
      let ends = [join.left, join.right].map { frame.y.position(hearts[$0].band) }
      scene.line(Point(x, ends[0]), Point(x, ends[1]), stroke(of: leafCount + place, frame))
      let middle = (hearts[join.left].band + hearts[join.right].band) / 2
      hearts.append((join.height, middle))
    }
  }

  private func stroke(of part: Int, _ frame: PlotFrame) -> Stroke {
    let paint = paints.indices.contains(part) ? paints[part] : .quiet
    return Stroke(paint.look(in: frame.style.theme).fill, width: paint == .quiet ? 0.75 : 1.25)
  }
}
