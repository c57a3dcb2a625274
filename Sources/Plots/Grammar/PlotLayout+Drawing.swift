extension PlotLayout {
  private var theme: Theme { frame.style.theme }
  private var font: TextStyle { frame.style.type[.axis] }

  /// Draws what lies behind the marks.
  func drawGrid(on scene: inout Scene) {
    let stroke = Stroke(theme.grid, width: 0.5)
    let area = frame.area
    scene.group(role: .decoration) { scene in
      if plot.isFramed { scene.outline(area, stroke) }
      if plot.x.hasGrid {
        for tick in xTicks {
          let x = frame.x.position(tick.value)
          scene.line(Point(x, area.minY), Point(x, area.maxY), stroke)
        }
      }
      if plot.y.hasGrid {
        for tick in yTicks {
          let y = frame.y.position(tick.value)
          scene.line(Point(area.minX, y), Point(area.maxX, y), stroke)
        }
      }
    }
  }

  /// Draws what lies before the marks: zero lines and all texts.
  func drawAxes(on scene: inout Scene) {
    drawLines(on: &scene)
    drawTitles(on: &scene)
    drawXLabels(on: &scene)
    switch plot.y.kind {
    case .band(let labels): drawRows(labels, on: &scene)
    case .linear, .log, .time:
      for tick in yTicks {
        let y = frame.y.position(tick.value)
        scene.text(
          tick.label,
          at: Point(frame.area.minX - 5, PlotFrame.baseline(centeredOn: y, font)),
          style: font,
          color: theme.secondary,
          anchor: .end
        )
      }
    }
  }

  private func drawLines(on scene: inout Scene) {
    let stroke = Stroke(theme.axis, width: 0.75)
    let area = frame.area
    // Where bars grow from; for days the lower edge of time.
    if let y = zero(of: plot.y, frame.y) {
      scene.line(Point(area.minX, y), Point(area.maxX, y), stroke)
    } else if case .time = plot.x.kind {
      scene.line(Point(area.minX, area.maxY), Point(area.maxX, area.maxY), stroke)
    }
    if let x = zero(of: plot.x, frame.x) {
      scene.line(Point(x, area.minY), Point(x, area.maxY), stroke)
    }
  }

  private func zero(of axis: Axis, _ scale: PlotScale) -> Double? {
    guard axis.includesZero, case .linear = scale.kind, (scale.low...scale.high).contains(0) else {
      return nil
    }
    return scale.position(0)
  }

  private func drawTitles(on scene: inout Scene) {
    if let titleBaseline, let title = plot.topTitle {
      let left = plot.titleIsOverArea ? frame.area.minX : 0
      let trailing = plot.y.trailingTitle.map {
        frame.style.measure.width($0, style: font) + 8
      }
      scene.text(
        title,
        at: Point(left, titleBaseline),
        style: font,
        color: theme.secondary,
        maxWidth: frame.size.width - left - (trailing ?? 0)
      )
    }
    if let titleBaseline, let trailing = plot.y.trailingTitle {
      scene.text(
        trailing,
        at: Point(frame.size.width, titleBaseline),
        style: font,
        color: theme.secondary,
        anchor: .end
      )
    }
    if let headingBaseline {
      for heading in headings {
        scene.text(
          heading.text,
          at: Point(heading.x, headingBaseline),
          style: font,
          color: theme.ink,
          anchor: .middle
        )
      }
    }
    if !plot.titleIsOverArea, let title = plot.x.title {
      scene.text(
        title,
        at: Point(frame.area.minX, frame.size.height - font.size * 0.3),
        style: font,
        color: theme.secondary,
        maxWidth: frame.size.width - frame.area.minX
      )
    }
  }

  private func drawXLabels(on scene: inout Scene) {
    if case .band(let labels) = plot.x.kind {
      drawColumns(labels, on: &scene)
      return
    }
    let baseline = frame.area.maxY + 3 + font.size
    for tick in xTicks {
      let width = frame.style.measure.width(tick.label, style: font)
      let x = frame.x.position(tick.value)
      // The outermost labels stay inside of the picture.
      let middle = min(max(x, width / 2), frame.size.width - width / 2)
      scene.text(
        tick.label,
        at: Point(middle, baseline),
        style: font,
        color: theme.secondary,
        anchor: .middle
      )
      if let below = tick.below {
        let half = frame.style.measure.width(below, style: font) / 2
        scene.text(
          below,
          at: Point(min(max(x, half), frame.size.width - half), baseline + font.leading),
          style: font,
          color: theme.secondary,
          anchor: .middle
        )
      }
    }
  }
}
