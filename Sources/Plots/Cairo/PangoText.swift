import CPango

/// Measures and draws single lines of text with Pango.
///
/// A class, because it owns Pango objects. It is `@safe`: the pointers are never nil, never leave
/// this folder, and live exactly as long as the class. Not for use by two tasks at once.
@safe final class PangoText {
  /// The fonts in the order in which letters are looked for.
  static let families = "Inter, Noto Sans, DejaVu Sans"

  private let families: String
  private let context: OpaquePointer
  /// Texts that were shaped already: each is measured once and drawn into two files.
  private var layouts: [Key: OpaquePointer] = unsafe [:]
  private static let mostLayouts = 4_096
  /// A unit of Pango in points.
  private static let unit = 1.0 / Double(PANGO_SCALE)
  private var descriptions: [TextStyle: OpaquePointer] = unsafe [:]
  private let tabularFigures: OpaquePointer

  private struct Key: Hashable {
    let text: String
    let style: TextStyle
  }

  init(fonts: [String] = []) {
    // A comma would end the name and begin the next.
    families = (fonts.map { SafeText.label($0).filter { $0 != "," } } + [Self.families])
      .joined(separator: ", ")
    // A font map of our own: the default one belongs to the thread that asked for it.
    guard let map = unsafe pango_cairo_font_map_new(),
      let context = unsafe pango_font_map_create_context(map),
      let options = unsafe cairo_font_options_create()
    else { preconditionFailure("Pango could not make a font map: out of memory.") }
    unsafe g_object_unref(map)
    // These four settings keep the distances between letters even: without them Pango rounds each
    // letter to whole dots and scales by 96 dpi, and what is drawn is wider than was measured.
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe cairo_font_options_destroy(options)
    unsafe pango_cairo_context_set_resolution(context, 72)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    unsafe pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    guard let list = unsafe pango_attr_list_new() else {
      preconditionFailure("Pango could not make a list of attributes: out of memory.")
    }
    unsafe pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1"))
    unsafe self.context = context
    unsafe tabularFigures = list
  }

  deinit {
    unsafe descriptions.values.forEach { unsafe pango_font_description_free($0) }
    forget()
    unsafe pango_attr_list_unref(tabularFigures)
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// The room a text takes.
  func metrics(of text: String, style: TextStyle) -> TextMetrics {
    let layout = unsafe layout(of: text, style: style)
    var logical = PangoRectangle()
    // Where the ink is takes as long again and is asked for by few.
    unsafe pango_layout_get_extents(layout, nil, &logical)
    return TextMetrics(
      width: Double(logical.width) * Self.unit,
      unknownGlyphs: unsafe Int(pango_layout_get_unknown_glyphs_count(layout))
    )
  }

  /// The rectangle that has ink in it, relative to the start of the baseline.
  func ink(of text: String, style: TextStyle) -> Rect {
    let layout = unsafe layout(of: text, style: style)
    var ink = PangoRectangle()
    unsafe pango_layout_get_extents(layout, &ink, nil)
    let baseline = unsafe pango_layout_get_baseline(layout)
    return Rect(
      x: Double(ink.x) * Self.unit,
      y: Double(ink.y - baseline) * Self.unit,
      width: Double(ink.width) * Self.unit,
      height: Double(ink.height) * Self.unit
    )
  }

  /// Draws a text with the start of its baseline at the current point of a Cairo context.
  func show(_ text: String, style: TextStyle, on cairo: OpaquePointer) {
    let layout = unsafe layout(of: text, style: style)
    guard let line = unsafe pango_layout_get_line_readonly(layout, 0) else { return }
    unsafe pango_cairo_show_layout_line(cairo, line)
  }

  /// Adds the outline of a text to the path of a Cairo context.
  func outline(_ text: String, style: TextStyle, on cairo: OpaquePointer) {
    let layout = unsafe layout(of: text, style: style)
    guard let line = unsafe pango_layout_get_line_readonly(layout, 0) else { return }
    unsafe pango_cairo_layout_line_path(cairo, line)
  }

  /// The name of the font that Latin letters are really drawn with.
  var family: String {
    let style = TypeScale.print[.body]
    guard let font = unsafe pango_context_load_font(context, description(of: style)) else {
      return ""
    }
    defer { unsafe g_object_unref(font) }
    guard let described = unsafe pango_font_describe(font) else { return "" }
    defer { unsafe pango_font_description_free(described) }
    guard let name = unsafe pango_font_description_get_family(described) else { return "" }
    return unsafe String(cString: name)
  }

  /// A text as Pango has shaped it, kept for the next time.
  private func layout(of text: String, style: TextStyle) -> OpaquePointer {
    let key = Key(text: text, style: style)
    if let known = unsafe layouts[key] { return unsafe known }
    guard let made = unsafe pango_layout_new(context) else {
      preconditionFailure("Pango could not make a layout: out of memory.")
    }
    unsafe pango_layout_set_single_paragraph_mode(made, 1)
    unsafe pango_layout_set_auto_dir(made, 0)
    unsafe pango_layout_set_font_description(made, description(of: style))
    unsafe pango_layout_set_attributes(made, style.tabular ? tabularFigures : nil)
    // The length is in bytes, so a NUL inside cannot cut the text (and cleaning removed them).
    unsafe pango_layout_set_text(made, text, Int32(text.utf8.count))
    // A bound for memory: the pages of a dashboard have about 2,000 texts.
    if unsafe layouts.count >= Self.mostLayouts { forget() }
    unsafe layouts[key] = made
    return unsafe made
  }

  private func forget() {
    unsafe layouts.values.forEach { unsafe g_object_unref(UnsafeMutableRawPointer($0)) }
    unsafe layouts.removeAll()
  }

  private func description(of style: TextStyle) -> OpaquePointer {
    if let known = unsafe descriptions[style] { return unsafe known }
    guard let made = unsafe pango_font_description_new() else {
      preconditionFailure("Pango could not make a font description: out of memory.")
    }
    unsafe pango_font_description_set_family(made, families)
    unsafe pango_font_description_set_weight(
      made,
      PangoWeight(rawValue: UInt32(style.weight.rawValue))
    )
    unsafe pango_font_description_set_size(
      made,
      Int32((style.size * Double(PANGO_SCALE)).rounded())
    )
    unsafe descriptions[style] = made
    return unsafe made
  }
}
