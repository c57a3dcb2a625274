/// The outline of a histogram, for comparing without covering.
package struct StepMark: Mark {
  /// The borders, rising; one more than heights.
  package let edges: [Double]
  /// The heights.
  package let heights: [Double]
  /// Whose color the line has.
  package let paint: Paint
  /// The thickness of the line.
  package let width: Double

  /// An outline; none when borders and heights do not fit each other.
  package init(edges: [Double], heights: [Double], paint: Paint = .quiet, width: Double = 1) {
    let isSound = edges.count == heights.count + 1 && (edges + heights).allSatisfy(\.isFinite)
    self.edges = isSound ? edges : []
    self.heights = isSound ? heights : []
    self.paint = paint
    self.width = width
  }

  /// From the first border to the last, from zero to the highest.
  package var extent: MarkExtent {
    heights.isEmpty ? .none : MarkExtent(x: edges, y: heights + [0])
  }

  /// Draws the line.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    guard let first = edges.first, let last = edges.last else { return }
    let look = paint.look(in: frame.style.theme)
    var points = [frame.point(first, 0)]
    for (index, height) in heights.enumerated() {
      points += [frame.point(edges[index], height), frame.point(edges[index + 1], height)]
    }
    points.append(frame.point(last, 0))
    scene.group(tag: paint.hasLetter ? look.letter : nil, clip: frame.clip) { scene in
      scene.add(.path(.polyline(points), stroke: Stroke(look.fill, width: width, dash: look.dash)))
    }
  }
}
