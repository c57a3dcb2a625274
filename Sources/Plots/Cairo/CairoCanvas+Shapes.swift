import CCairo
import RealModule

extension CairoCanvas {
  /// Fills and outlines a shape whose path is traced by a closure.
  func shape(fill: Fill?, stroke: Stroke?, bounds: Rect, trace: () -> Void) {
    unsafe cairo_new_path(pointer)
    if let fill {
      trace()
      paint(fill, bounds: bounds)
    }
    if let stroke, stroke.width > 0 {
      trace()
      set(stroke)
      unsafe cairo_stroke(pointer)
    }
  }

  /// Fills the current path and forgets it.
  func paint(_ fill: Fill, bounds: Rect) {
    switch fill {
    case .color(let color):
      set(color)
      unsafe cairo_fill(pointer)
    case .hatch(let hatch):
      if let background = hatch.background {
        set(background)
        unsafe cairo_fill_preserve(pointer)
      }
      unsafe cairo_save(pointer)
      unsafe cairo_clip(pointer)
      for line in hatch.lines(over: bounds) {
        unsafe cairo_move_to(pointer, line.0.x, line.0.y)
        unsafe cairo_line_to(pointer, line.1.x, line.1.y)
      }
      set(Stroke(hatch.line, width: hatch.width))
      unsafe cairo_stroke(pointer)
      unsafe cairo_restore(pointer)
    }
  }

  /// Traces a path.
  func trace(_ path: Path) {
    for element in path.elements {
      switch element {
      case .move(let point): unsafe cairo_move_to(pointer, point.x, point.y)
      case .line(let point): unsafe cairo_line_to(pointer, point.x, point.y)
      case .curve(let one, let two, let end):
        unsafe cairo_curve_to(pointer, one.x, one.y, two.x, two.y, end.x, end.y)
      case .close: unsafe cairo_close_path(pointer)
      }
    }
  }

  /// Traces a rectangle with round corners.
  func trace(_ rect: Rect, radius: Double) {
    let r = min(max(0, Coordinate.clamped(radius)), rect.width / 2, rect.height / 2)
    guard r > 0 else {
      unsafe cairo_rectangle(pointer, rect.minX, rect.minY, rect.width, rect.height)
      return
    }
    unsafe cairo_new_sub_path(pointer)
    unsafe cairo_arc(pointer, rect.maxX - r, rect.minY + r, r, -.pi / 2, 0)
    unsafe cairo_arc(pointer, rect.maxX - r, rect.maxY - r, r, 0, .pi / 2)
    unsafe cairo_arc(pointer, rect.minX + r, rect.maxY - r, r, .pi / 2, .pi)
    unsafe cairo_arc(pointer, rect.minX + r, rect.minY + r, r, .pi, 1.5 * .pi)
    unsafe cairo_close_path(pointer)
  }

  /// Traces a circle.
  func trace(_ center: Point, radius: Double) {
    unsafe cairo_new_sub_path(pointer)
    unsafe cairo_arc(
      pointer,
      center.x,
      center.y,
      max(0, Coordinate.clamped(radius)),
      0,
      2 * .pi
    )
    unsafe cairo_close_path(pointer)
  }

  /// Draws many discs: strokes of no length with round ends, 7 bytes each in a PDF.
  func dots(_ points: [Point], _ diameter: Double, _ color: Color) {
    set(Stroke(color, width: diameter, cap: .round))
    for start in stride(from: 0, to: points.count, by: 1000) {
      unsafe cairo_new_path(pointer)
      for point in points[start..<min(start + 1000, points.count)] {
        unsafe cairo_move_to(pointer, point.x, point.y)
        unsafe cairo_line_to(pointer, point.x, point.y)
      }
      unsafe cairo_stroke(pointer)
    }
  }

  /// Takes a color.
  func set(_ color: Color) {
    unsafe cairo_set_source_rgba(
      pointer,
      Double(color.red) / 255,
      Double(color.green) / 255,
      Double(color.blue) / 255,
      color.opacity
    )
  }

  /// Takes a color, a width, a dash and ends.
  func set(_ stroke: Stroke) {
    set(stroke.color)
    unsafe cairo_set_line_width(pointer, stroke.width)
    unsafe cairo_set_dash(pointer, stroke.dash, Int32(stroke.dash.count), 0)
    switch stroke.cap {
    case .butt:
      unsafe cairo_set_line_cap(pointer, CAIRO_LINE_CAP_BUTT)
      unsafe cairo_set_line_join(pointer, CAIRO_LINE_JOIN_MITER)
    case .round:
      unsafe cairo_set_line_cap(pointer, CAIRO_LINE_CAP_ROUND)
      unsafe cairo_set_line_join(pointer, CAIRO_LINE_JOIN_ROUND)
    }
  }
}
