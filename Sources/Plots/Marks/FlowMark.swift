/// Streams between two columns of things: who was where before, who is where now.
///
/// It needs no values on its axes; give it `.hidden(domain: 0...1)` on both sides.
package struct FlowMark: Mark {
  /// One thing on either side.
  package struct Node: Sendable, Hashable {
    /// Its name, with its count if wanted.
    package let text: String
    /// Whose color it has.
    package let paint: Paint

    /// A thing on one side.
    package init(_ text: String, paint: Paint) {
      self.text = SafeText.label(text)
      self.paint = paint
    }
  }

  /// The things on the left, from the top.
  package let left: [Node]
  /// The things on the right, from the top.
  package let right: [Node]
  /// How much flows: `flows[from][to]`.
  package let flows: [[Double]]

  private static let nodeWidth = 8.0
  private static let gap = 4.0

  /// Streams; none when the table does not fit the things.
  ///
  /// Negative numbers count as 0.
  package init(left: [Node], right: [Node], flows: [[Double]]) {
    let isSound = flows.count == left.count && flows.allSatisfy { $0.count == right.count }
    self.left = isSound ? left : []
    self.right = isSound ? right : []
    self.flows = isSound ? flows.map { $0.map { $0.isFinite ? max(0, $0) : 0 } } : []
  }

  private var total: Double { flows.joined().reduce(0, +) }

  /// All of both sides, if anything flows.
  package var extent: MarkExtent {
    total > 0 && total.isFinite ? MarkExtent(x: [0, 1], y: [0, 1]) : .none
  }

  /// Room for the names outside of both columns.
  package func margins(_ style: PlotStyle) -> Insets {
    let font = style.type[.data]
    func widest(_ nodes: [Node]) -> Double {
      (nodes.map { style.measure.width($0.text, style: font) }.max() ?? 0) + 5
    }
    return Insets(left: widest(left), right: widest(right))
  }

  /// Draws streams, the largest first, then nodes and names.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    guard total > 0 else { return }
    let count = Double(max(left.count, right.count) - 1)
    let gap = min(Self.gap, frame.area.height * 0.3 / max(1, count))
    let unit = (frame.area.height - gap * count) / total
    let leftSums = flows.map { $0.reduce(0, +) }
    let rightSums = right.indices.map { to in flows.reduce(0) { $0 + $1[to] } }
    let leftTops = tops(leftSums, unit, gap, frame)
    let rightTops = tops(rightSums, unit, gap, frame)
    drawStreams(frame, unit, leftTops, rightTops, on: &scene)
    let x = frame.area
    drawNodes(left, leftSums, leftTops, unit, frame, x.minX, x.minX - 5, .end, on: &scene)
    drawNodes(
      right,
      rightSums,
      rightTops,
      unit,
      frame,
      x.maxX - Self.nodeWidth,
      x.maxX + 5,
      .start,
      on: &scene
    )
  }

  private func tops(
    _ sums: [Double],
    _ unit: Double,
    _ gap: Double,
    _ frame: PlotFrame
  )
    -> [Double]
  {
    var y = frame.area.minY
    return sums.map { sum in
      defer { y += sum * unit + gap }
      return y
    }
  }

  private func drawStreams(
    _ frame: PlotFrame,
    _ unit: Double,
    _ leftTops: [Double],
    _ rightTops: [Double],
    on scene: inout Scene
  ) {
    var rightUsed = rightTops
    var streams: [(flow: Double, from: Int, to: Int, y: Double, end: Double)] = []
    for from in left.indices {
      var y = leftTops[from]
      for to in right.indices where flows[from][to] > 0 {
        streams.append((flows[from][to], from, to, y, rightUsed[to]))
        y += flows[from][to] * unit
        rightUsed[to] += flows[from][to] * unit
      }
    }
    let start = frame.area.minX + Self.nodeWidth
    let stop = frame.area.maxX - Self.nodeWidth
    let middle = (start + stop) / 2
    // Small streams stay visible on top of large ones.
    for stream in streams.sorted(by: { ($0.flow, $1.from, $1.to) > ($1.flow, $0.from, $0.to) }) {
      let height = stream.flow * unit
      let look = left[stream.from].paint.look(in: frame.style.theme)
      let stays = left[stream.from].paint == right[stream.to].paint
      let path = Path([
        .move(Point(start, stream.y)),
        .curve(Point(middle, stream.y), Point(middle, stream.end), to: Point(stop, stream.end)),
        .line(Point(stop, stream.end + height)),
        .curve(
          Point(middle, stream.end + height),
          Point(middle, stream.y + height),
          to: Point(start, stream.y + height)
        ),
        .close,
      ])
      let title = "\(left[stream.from].text) → \(right[stream.to].text)"
      scene.group(title: title, tag: left[stream.from].paint.hasLetter ? look.letter : nil) {
        $0.add(.path(path, fill: .color(look.fill.opacity(stays ? 0.18 : 0.45))))
      }
    }
  }

  private func drawNodes(
    _ nodes: [Node],
    _ sums: [Double],
    _ tops: [Double],
    _ unit: Double,
    _ frame: PlotFrame,
    _ x: Double,
    _ textX: Double,
    _ anchor: TextRun.Anchor,
    on scene: inout Scene
  ) {
    let font = frame.style.type[.data]
    let middles = tops.indices.map { tops[$0] + sums[$0] * unit / 2 }
    let half = font.size / 2
    let places = LabelSpacing.spread(
      middles,
      gap: font.leading,
      in: (frame.area.minY + half)...max(frame.area.minY + half, frame.size.height - half)
    )
    for (index, node) in nodes.enumerated() {
      let look = node.paint.look(in: frame.style.theme)
      let rect = Rect(x: x, y: tops[index], width: Self.nodeWidth, height: sums[index] * unit)
      scene.add(.rectangle(rect, fill: look.area))
      scene.text(
        node.text,
        at: Point(textX, PlotFrame.baseline(centeredOn: places[index], font)),
        style: font,
        color: look.text,
        anchor: anchor,
        maxWidth: anchor == .end ? textX : max(0, frame.size.width - textX)
      )
    }
  }
}
