extension Scene {
  /// Everything on the page with its place and ground, in drawing order.
  package func survey(_ measure: TextMeasure) -> SceneSurvey {
    var surveyor = Surveyor(measure: measure, size: size)
    surveyor.cover(bounds, with: .color(background ?? Color(0xFFFFFF)))
    surveyor.read(items, Surveyor.Place(limit: bounds))
    return surveyor.survey
  }

  /// Every text of the scene with its place and ground, in drawing order.
  package func textBoxes(_ measure: TextMeasure) -> [TextBox] { survey(measure).texts }

  /// Pairs of texts whose ink shares more than half a point.
  package func overlappingTexts(_ measure: TextMeasure) -> [(TextBox, TextBox)] {
    survey(measure).overlappingTexts
  }
}

/// Walks through a scene and writes down what it meets.
private struct Surveyor {
  /// What the groups around an item say.
  struct Place {
    var origin = Point.zero
    var limit: Rect
    var role = SceneRole.none
    var tag: String?
    var figure: Int?
  }

  private static let stripe = 24.0

  let measure: TextMeasure
  private(set) var survey = SceneSurvey()
  /// What covers the page, by stripes across it: looking through all fills of a page for each of its
  /// shapes would take seconds.
  private var stripes: [[(rect: Rect, color: Color)]]

  init(measure: TextMeasure, size: Size) {
    self.measure = measure
    stripes = Array(repeating: [], count: Int(size.height / Self.stripe) + 1)
  }

  mutating func read(_ items: [SceneItem], _ place: Place) {
    for item in items {
      switch item {
      case .rectangle(let rect, _, let fill, let stroke):
        shape(.rectangle, rect, fill, stroke, place)
        if let fill { cover(rect.moved(by: place.origin), with: fill) }
      case .circle(let center, let radius, let fill, let stroke):
        shape(.circle, square(center, radius), fill, stroke, place)
        // The square inside the disc: a text in it stands wholly on the disc's color.
        if let fill { cover(square(center, radius * 0.7).moved(by: place.origin), with: fill) }
      case .path(let path, let fill, let stroke):
        if let bounds = path.bounds { shape(.path, bounds, fill, stroke, place) }
      case .dots(let points, _, let color):
        guard let bounds = Path.polyline(points).bounds else { continue }
        shape(.dots, bounds, .color(color), nil, place, count: points.count)
      case .image(let raster, let rect):
        shape(.image, rect, nil, nil, place, count: raster.width * raster.height)
      case .text(let run): read(run, place)
      case .group(let group): read(group, place)
      case .link(_, let name): survey.links.append(name)
      case .destination: break
      }
    }
  }

  private mutating func read(_ group: SceneGroup, _ place: Place) {
    var inner = place
    inner.origin = place.origin + group.offset
    if let clip = group.clip {
      inner.limit = clip.moved(by: inner.origin).intersection(place.limit)
    }
    if group.role != .none { inner.role = group.role }
    inner.tag = group.tag ?? place.tag
    switch group.fact {
    case nil: break
    case .figure(let name):
      inner.figure = survey.figures.count
      survey.figures.append(SceneSurvey.Figure(name: name, corner: inner.origin))
    case .chart(let fact):
      let moved = fact.moved(by: inner.origin)
      survey.charts.append(SceneSurvey.Chart(fact: moved, figure: inner.figure))
    }
    read(group.items, inner)
  }

  private func square(_ center: Point, _ half: Double) -> Rect {
    Rect(x: center.x - half, y: center.y - half, width: 2 * half, height: 2 * half)
  }

  private mutating func shape(
    _ kind: SurveyedShape.Kind,
    _ rect: Rect,
    _ fill: Fill?,
    _ stroke: Stroke?,
    _ place: Place,
    count: Int = 1
  ) {
    let onPage = rect.moved(by: place.origin)
    var color: Color?
    var isHatched = false
    switch fill {
    case nil: break
    case .color(let plain): color = plain
    case .hatch(let hatch):
      color = hatch.background ?? hatch.line
      isHatched = true
    }
    survey.shapes.append(
      SurveyedShape(
        kind: kind,
        rect: onPage,
        fill: color,
        line: stroke.flatMap { $0.width > 0 ? $0.color : nil },
        isHatched: isHatched,
        backdrop: ground(at: Point(onPage.midX, onPage.midY)),
        count: count,
        tag: place.tag,
        figure: place.figure
      )
    )
  }

  mutating func cover(_ rect: Rect, with fill: Fill) {
    let color: Color
    switch fill {
    case .color(let plain): color = plain
    case .hatch(let hatch):
      guard let ground = hatch.background else { return }
      color = ground
    }
    for index in stripe(rect.minY)...stripe(rect.maxY) { stripes[index].append((rect, color)) }
  }

  private func stripe(_ y: Double) -> Int {
    min(max(Int(y / Self.stripe), 0), stripes.count - 1)
  }

  private func ground(at point: Point) -> Color {
    stripes[stripe(point.y)].reduce(Color(0xFFFFFF)) { ground, fill in
      fill.rect.contains(point) ? fill.color.over(ground) : ground
    }
  }

  private mutating func read(_ run: TextRun, _ place: Place) {
    let shown = measure.shown(run)
    let rect = measure.box(of: run).moved(by: place.origin)
    guard !shown.isEmpty, rect.width > 0 else { return }
    let ground = ground(at: Point(rect.midX, rect.midY))
    let metrics = measure.metrics(of: shown, style: run.style)
    survey.texts.append(
      TextBox(
        text: shown,
        whole: run.text,
        rect: rect,
        limit: place.limit,
        style: run.style,
        color: run.color.over(ground),
        backdrop: run.halo?.over(ground) ?? ground,
        role: place.role,
        figure: place.figure,
        advance: metrics.width,
        unknownGlyphs: metrics.unknownGlyphs
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
