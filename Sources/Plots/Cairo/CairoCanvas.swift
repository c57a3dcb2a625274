import CCairo

/// Draws the items of a scene with Cairo.
///
/// A class, because it owns a Cairo context. It is `@safe`: the pointer is never nil, never leaves
/// this folder, and lives exactly as long as the class. Only the operator OVER is used: others
/// would turn pages of a PDF into pictures.
@safe final class CairoCanvas {
  /// Whether links, destinations and structure are written.
  enum Purpose {
    /// Only the picture.
    case picture
    /// A page of a document.
    case document
  }

  let pointer: OpaquePointer
  let measure: TextMeasure
  let purpose: Purpose
  /// The destinations of the document that are still to be written.
  var awaited: Set<String> = []
  /// The destinations that links may lead to; Cairo refuses a document with a link to nowhere.
  var known: Set<String> = []

  init(on surface: CairoSurface, measure: TextMeasure, purpose: Purpose) throws(PlotError) {
    guard let made = unsafe cairo_create(surface.pointer) else { throw .drawing("no context") }
    unsafe pointer = made
    self.measure = measure
    self.purpose = purpose
    try check()
  }

  deinit {
    unsafe cairo_destroy(pointer)
  }

  /// Throws when Cairo has given up.
  func check() throws(PlotError) {
    let status = unsafe cairo_status(pointer)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .drawing(CairoSurface.words(for: status))
    }
  }

  /// Makes everything that is drawn from now on larger.
  func scale(by factor: Double) {
    unsafe cairo_scale(pointer, factor, factor)
  }

  /// Begins a structure element of a document.
  func begin(_ name: String) {
    unsafe cairo_tag_begin(pointer, name, nil)
  }

  /// Ends a structure element of a document.
  func end(_ name: String) {
    unsafe cairo_tag_end(pointer, name)
  }

  /// Ends a page.
  func showPage() {
    // Only now Cairo asks fonts which letters there are.
    measure.withLetters { _ in unsafe cairo_show_page(pointer) }
  }

  /// Draws a scene.
  func draw(_ scene: Scene) throws(PlotError) {
    if purpose == .document {
      // A page without ink loses its destinations, so there is always a ground.
      let ground = scene.background ?? Color(0xFFFFFF)
      unsafe cairo_rectangle(pointer, 0, 0, scene.size.width, scene.size.height)
      paint(.color(ground), bounds: scene.bounds)
    }
    try draw(scene.items, origin: .zero)
    try check()
  }

  /// Draws items; `origin` is where their corner lies on the page.
  private func draw(_ items: [SceneItem], origin: Point) throws(PlotError) {
    for item in items {
      switch item {
      case .path(let path, let fill, let stroke):
        guard let bounds = path.bounds else { continue }
        shape(fill: fill, stroke: stroke, bounds: bounds) { trace(path) }
      case .rectangle(let rect, let radius, let fill, let stroke):
        shape(fill: fill, stroke: stroke, bounds: rect) { trace(rect, radius: radius) }
      case .circle(let center, let radius, let fill, let stroke):
        let bounds = Rect(
          x: center.x - radius,
          y: center.y - radius,
          width: 2 * radius,
          height: 2 * radius
        )
        shape(fill: fill, stroke: stroke, bounds: bounds) { trace(center, radius: radius) }
      case .dots(let points, let diameter, let color): dots(points, diameter, color)
      case .text(let run): draw(run)
      case .image(let raster, let rect): try draw(raster, in: rect)
      case .group(let group): try draw(group, origin: origin)
      case .link(let rect, let name): link(rect.moved(by: origin), to: name)
      case .destination(let name, let place): destination(name, at: place + origin)
      }
    }
  }

  private func draw(_ group: SceneGroup, origin: Point) throws(PlotError) {
    let tag = purpose == .document ? group.role.tagName : nil
    if let tag { begin(tag) }
    unsafe cairo_save(pointer)
    unsafe cairo_translate(pointer, group.offset.x, group.offset.y)
    if let clip = group.clip {
      unsafe cairo_rectangle(pointer, clip.minX, clip.minY, clip.width, clip.height)
      unsafe cairo_clip(pointer)
    }
    try draw(group.items, origin: origin + group.offset)
    unsafe cairo_restore(pointer)
    if let tag { end(tag) }
  }

  private func draw(_ run: TextRun) {
    let shown = measure.shown(run)
    guard !shown.isEmpty else { return }
    let metrics = measure.metrics(of: shown, style: run.style)
    let text = metrics.unknownGlyphs > 0 ? measure.drawable(shown, style: run.style) : shown
    let left = measure.left(of: run, width: metrics.width)
    if let halo = run.halo {
      unsafe cairo_new_path(pointer)
      unsafe cairo_move_to(pointer, left, run.position.y)
      measure.withLetters { unsafe $0.outline(text, style: run.style, on: pointer) }
      set(Stroke(halo, width: run.style.size * 0.3, cap: .round))
      unsafe cairo_stroke(pointer)
    }
    set(run.color)
    unsafe cairo_move_to(pointer, left, run.position.y)
    measure.withLetters { unsafe $0.show(text, style: run.style, on: pointer) }
    unsafe cairo_new_path(pointer)
  }

  private func draw(_ raster: Raster, in rect: Rect) throws(PlotError) {
    guard rect.width > 0, rect.height > 0 else { return }
    let image = try CairoSurface.image(of: raster)
    unsafe cairo_save(pointer)
    unsafe cairo_translate(pointer, rect.minX, rect.minY)
    unsafe cairo_scale(
      pointer,
      rect.width / Double(raster.width),
      rect.height / Double(raster.height)
    )
    unsafe cairo_set_source_surface(pointer, image.pointer, 0, 0)
    unsafe cairo_pattern_set_filter(cairo_get_source(pointer), CAIRO_FILTER_NEAREST)
    unsafe cairo_rectangle(pointer, 0, 0, Double(raster.width), Double(raster.height))
    unsafe cairo_fill(pointer)
    unsafe cairo_restore(pointer)
  }
}
