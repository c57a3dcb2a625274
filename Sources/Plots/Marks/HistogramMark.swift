/// Touching bars over ranges of values: how many have which value.
package struct HistogramMark: Mark {
  /// What lies beyond the shown range, as one hatched bar.
  package struct Overflow: Sendable, Hashable {
    /// Its height on the vertical axis.
    package let height: Double
    /// What it says, such as `> 2,000: 312 customers (0.6%)`.
    package let label: String

    /// Values beyond the range.
    package init(height: Double, label: String) {
      self.height = height
      self.label = SafeText.label(label)
    }
  }

  /// The borders between bars, rising; one more than heights.
  package let edges: [Double]
  /// The heights.
  package let heights: [Double]
  /// Whose color the bars have.
  package let paint: Paint
  /// What lies below the first border.
  package let below: Overflow?
  /// What lies above the last border.
  package let above: Overflow?

  /// Bars; none when borders and heights do not fit each other.
  package init(
    edges: [Double],
    heights: [Double],
    paint: Paint = .single,
    below: Overflow? = nil,
    above: Overflow? = nil
  ) {
    let isSound =
      edges.count == heights.count + 1 && (edges + heights).allSatisfy(\.isFinite)
      && zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
    self.edges = isSound ? edges : []
    self.heights = isSound ? heights : []
    self.paint = paint
    self.below = isSound ? below : nil
    self.above = isSound ? above : nil
  }

  /// From the first border to the last, with a bar's width more where values lie beyond.
  package var extent: MarkExtent {
    guard let first = edges.first, let last = edges.last else { return .none }
    return MarkExtent(
      x: [first - (below == nil ? 0 : beyond), last + (above == nil ? 0 : beyond)],
      y: heights + [0] + [below, above].compactMap { $0?.height }
    )
  }

  /// The width of a bar beyond the range: a typical bar and a gap.
  private var beyond: Double {
    guard let first = edges.first, let last = edges.last, !heights.isEmpty else { return 0 }
    return (last - first) / Double(heights.count) * 1.6
  }

  /// Room for the words about values beyond the range.
  package func margins(_ style: PlotStyle) -> Insets {
    Insets(top: below == nil && above == nil ? 0 : style.type[.note].leading + 2)
  }

  /// Draws the bars with half a point of page between them.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let look = paint.look(in: frame.style.theme)
    scene.group(tag: paint.hasLetter ? look.letter : nil) { scene in
      for (index, height) in heights.enumerated() where height != 0 {
        let rect = bar(edges[index], edges[index + 1], height, frame)
        scene.add(.rectangle(rect, fill: .color(look.fill)))
      }
      for (side, from) in overflowBars {
        let hatch = Hatch(line: look.fill, background: look.tint, pitch: 3)
        let rect = bar(from, from + beyond * 0.625, side.height, frame)
        scene.add(.rectangle(rect, fill: .hatch(hatch)))
      }
    }
    drawWords(in: frame, on: &scene)
  }

  /// Every bar with its height.
  package func fact(in frame: PlotFrame) -> MarkFact {
    let look = paint.look(in: frame.style.theme)
    let letter = paint.hasLetter ? look.letter : nil
    let pieces = heights.indices.filter { heights[$0] != 0 }.map { index in
      MarkPiece(
        bar(edges[index], edges[index + 1], heights[index], frame),
        to: heights[index],
        direction: .vertical,
        fill: look.fill,
        letter: letter
      )
    }
    return MarkFact(MarkFact.histogram, x: extent.x, y: extent.y, pieces: pieces)
  }

  private var overflowBars: [(Overflow, Double)] {
    var bars: [(Overflow, Double)] = []
    if let below, let first = edges.first { bars.append((below, first - beyond)) }
    if let above, let last = edges.last { bars.append((above, last + beyond * 0.375)) }
    return bars
  }

  private func bar(_ low: Double, _ high: Double, _ height: Double, _ frame: PlotFrame) -> Rect {
    let left = frame.x.clampedPosition(low)
    let right = frame.x.clampedPosition(high)
    let gap = right - left > 2 ? 0.25 : 0
    return Rect(
      from: Point(left + gap, frame.y.clampedPosition(0)),
      to: Point(right - gap, frame.y.clampedPosition(height))
    )
  }

  private func drawWords(in frame: PlotFrame, on scene: inout Scene) {
    let font = frame.style.type[.note]
    let y = frame.area.minY - 3
    let color = frame.style.theme.secondary
    let room = frame.area.width / (below != nil && above != nil ? 2 : 1) - 4
    if let below {
      scene.text(
        below.label,
        at: Point(frame.area.minX, y),
        style: font,
        color: color,
        maxWidth: room
      )
    }
    if let above {
      scene.text(
        above.label,
        at: Point(frame.area.maxX, y),
        style: font,
        color: color,
        anchor: .end,
        maxWidth: room
      )
    }
  }
}
