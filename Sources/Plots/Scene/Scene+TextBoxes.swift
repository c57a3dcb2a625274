extension Scene {
  /// Every text of the scene with its place and ground, in drawing order.
  package func textBoxes(_ measure: TextMeasure) -> [TextBox] {
    var reader = TextBoxReader(
      measure: measure,
      fills: [(bounds, background ?? Color(0xFFFFFF))]
    )
    reader.read(items, origin: .zero, limit: bounds, role: .none)
    return reader.boxes
  }

  /// Pairs of texts whose ink shares more than half a point.
  package func overlappingTexts(_ measure: TextMeasure) -> [(TextBox, TextBox)] {
    let boxes = textBoxes(measure).sorted { $0.rect.minY < $1.rect.minY }
    var pairs: [(TextBox, TextBox)] = []
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        if other.rect.minY >= box.rect.maxY { break }
        if box.rect.overlaps(other.rect, tolerance: 0.5) { pairs.append((box, other)) }
      }
    }
    return pairs
  }
}

/// Walks through a scene and collects its texts.
private struct TextBoxReader {
  let measure: TextMeasure
  var fills: [(rect: Rect, color: Color)]
  var boxes: [TextBox] = []

  mutating func read(_ items: [SceneItem], origin: Point, limit: Rect, role: SceneRole) {
    for item in items {
      switch item {
      case .rectangle(let rect, _, let fill?, _): add(fill, rect.moved(by: origin))
      case .circle(let center, let radius, let fill?, _):
        // The square inside the disc: a text in it stands wholly on the disc's color.
        let half = radius * 0.7
        let square = Rect(
          x: center.x - half,
          y: center.y - half,
          width: 2 * half,
          height: 2 * half
        )
        add(fill, square.moved(by: origin))
      case .text(let run): read(run, origin: origin, limit: limit, role: role)
      case .group(let group):
        let inner = origin + group.offset
        let clip = group.clip.map { $0.moved(by: inner).intersection(limit) }
        read(
          group.items,
          origin: inner,
          limit: clip ?? limit,
          role: group.role == .none ? role : group.role
        )
      case .path, .rectangle, .circle, .dots, .image, .link, .destination: break
      }
    }
  }

  private mutating func add(_ fill: Fill, _ rect: Rect) {
    switch fill {
    case .color(let color): fills.append((rect, color))
    case .hatch(let hatch): if let ground = hatch.background { fills.append((rect, ground)) }
    }
  }

  private mutating func read(_ run: TextRun, origin: Point, limit: Rect, role: SceneRole) {
    let shown = measure.shown(run)
    let rect = measure.box(of: run).moved(by: origin)
    guard !shown.isEmpty, rect.width > 0 else { return }
    let middle = Point(rect.midX, rect.midY)
    let ground = fills.reduce(Color(0xFFFFFF)) { ground, fill in
      fill.rect.contains(middle) ? fill.color.over(ground) : ground
    }
    boxes.append(
      TextBox(
        text: shown,
        isEllipsized: shown != run.text,
        rect: rect,
        limit: limit,
        style: run.style,
        color: run.color.over(ground),
        backdrop: run.halo?.over(ground) ?? ground,
        role: role,
        unknownGlyphs: measure.metrics(of: shown, style: run.style).unknownGlyphs
      )
    )
  }
}

extension Rect {
  /// What two rectangles share; of no size when they share nothing.
  func intersection(_ other: Rect) -> Rect {
    let left = max(minX, other.minX)
    let top = max(minY, other.minY)
    return Rect(
      x: left,
      y: top,
      width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top)
    )
  }
}
