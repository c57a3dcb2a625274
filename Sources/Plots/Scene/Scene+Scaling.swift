extension Scene {
  /// The same scene, everything so many times as large: places, letters, lines and gaps.
  package func scaled(by factor: Double) -> Scene {
    var scaled = Scene(
      size: Size(size.width * factor, size.height * factor),
      background: background
    )
    scaled.add(items.map { $0.scaled(by: factor) })
    return scaled
  }
}

extension SceneItem {
  fileprivate func scaled(by factor: Double) -> SceneItem {
    switch self {
    case .path(let path, let fill, let stroke):
      .path(
        path.scaled(by: factor),
        fill: fill?.scaled(by: factor),
        stroke: stroke?.scaled(by: factor)
      )
    case .rectangle(let rect, let radius, let fill, let stroke):
      .rectangle(
        rect.scaled(by: factor),
        radius: radius * factor,
        fill: fill?.scaled(by: factor),
        stroke: stroke?.scaled(by: factor)
      )
    case .circle(let center, let radius, let fill, let stroke):
      .circle(
        center.scaled(by: factor),
        radius: radius * factor,
        fill: fill?.scaled(by: factor),
        stroke: stroke?.scaled(by: factor)
      )
    case .dots(let points, let diameter, let color):
      .dots(points.map { $0.scaled(by: factor) }, diameter: diameter * factor, color: color)
    case .text(let run): .text(run.scaled(by: factor))
    case .image(let raster, let rect): .image(raster, in: rect.scaled(by: factor))
    case .group(let group): .group(group.scaled(by: factor))
    case .link(let rect, let name): .link(rect.scaled(by: factor), to: name)
    case .destination(let name, let point): .destination(name, at: point.scaled(by: factor))
    }
  }
}

extension SceneGroup {
  fileprivate func scaled(by factor: Double) -> SceneGroup {
    var group = self
    group.items = items.map { $0.scaled(by: factor) }
    group.offset = offset.scaled(by: factor)
    group.clip = clip?.scaled(by: factor)
    if case .chart(let chart) = fact { group.fact = .chart(chart.scaled(by: factor)) }
    return group
  }
}

extension ChartFact {
  fileprivate func scaled(by factor: Double) -> ChartFact {
    ChartFact(
      area: area.scaled(by: factor),
      x: x?.scaled(by: factor),
      y: y?.scaled(by: factor),
      marks: marks.map { mark in
        var mark = mark
        for place in mark.pieces.indices {
          mark.pieces[place].rect = mark.pieces[place].rect.scaled(by: factor)
        }
        return mark
      },
      family: family,
      beyond: beyond
    )
  }
}

extension AxisFact {
  fileprivate func scaled(by factor: Double) -> AxisFact {
    AxisFact(
      spread,
      title: title,
      from: low,
      to: high,
      isRound: isRound,
      ticks: ticks.map { Tick($0.value, at: $0.place * factor, label: $0.label) }
    )
  }
}

extension TextRun {
  fileprivate func scaled(by factor: Double) -> TextRun {
    TextRun(
      text,
      at: position.scaled(by: factor),
      style: style.size(style.size * factor),
      color: color,
      anchor: anchor,
      maxWidth: maxWidth.map { $0 * factor },
      ellipsis: ellipsis,
      halo: halo
    )
  }
}

extension Path {
  fileprivate func scaled(by factor: Double) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let point): .move(point.scaled(by: factor))
        case .line(let point): .line(point.scaled(by: factor))
        case .curve(let one, let two, let point):
          .curve(
            one.scaled(by: factor),
            two.scaled(by: factor),
            to: point.scaled(by: factor)
          )
        case .close: .close
        }
      }
    )
  }
}

extension Stroke {
  fileprivate func scaled(by factor: Double) -> Stroke {
    Stroke(color, width: width * factor, dash: dash.map { $0 * factor }, cap: cap)
  }
}

extension Fill {
  fileprivate func scaled(by factor: Double) -> Fill {
    switch self {
    case .color: self
    case .hatch(let hatch):
      .hatch(
        Hatch(
          line: hatch.line,
          background: hatch.background,
          pitch: hatch.pitch * factor,
          width: hatch.width * factor
        )
      )
    }
  }
}

extension Rect {
  fileprivate func scaled(by factor: Double) -> Rect {
    Rect(x: minX * factor, y: minY * factor, width: width * factor, height: height * factor)
  }
}

extension Point {
  fileprivate func scaled(by factor: Double) -> Point { Point(x * factor, y * factor) }
}
