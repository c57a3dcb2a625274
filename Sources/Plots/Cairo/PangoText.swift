import CPango
import Synchronization

/// Measures and draws single lines of text with Pango.
///
/// Letters are measured without hints, so their widths grow with their size: texts are shaped in one size and
/// drawn larger or smaller. For each size of its own Pango would ask Fontconfig to sort all fonts again.
/// A class, because it owns Pango objects. It is `@safe`: the pointers are never nil, never leave
/// this folder, and live exactly as long as the class. Not for use by two tasks at once.
@safe final class PangoText {
  /// The fonts in the order in which letters are looked for.
  static let families = "Inter, Noto Sans, DejaVu Sans"

  /// Held by whoever has fonts opened or closed, one for the process: Cairo 1.16 opens their files without a lock.
  static let fonts = Mutex<Void>(())

  private let families: String
  private let context: OpaquePointer
  /// Texts that were shaped already: each is measured once and drawn into two files.
  private var layouts: [Key: OpaquePointer] = unsafe [:]
  private static let mostLayouts = 4_096
  /// The size in points in which all texts are shaped; a power of two, so that scaling by it is exact.
  private static let size = 64.0
  private var descriptions: [FontWeight: OpaquePointer] = unsafe [:]
  private let tabularFigures: OpaquePointer

  private struct Key: Hashable {
    let text: String
    let weight: FontWeight
    let isTabular: Bool
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
    Self.fonts.withLock { _ in
      unsafe descriptions.values.forEach { unsafe pango_font_description_free($0) }
      forget()
      unsafe pango_attr_list_unref(tabularFigures)
      unsafe g_object_unref(UnsafeMutableRawPointer(context))
    }
  }

  /// The room a text takes.
  func metrics(of text: String, style: TextStyle) -> TextMetrics {
    let layout = unsafe layout(of: text, style: style)
    var logical = PangoRectangle()
    // Where the ink is takes as long again and is asked for by few.
    unsafe pango_layout_get_extents(layout, nil, &logical)
    return TextMetrics(
      width: Double(logical.width) * Self.unit(of: style),
      unknownGlyphs: unsafe Int(pango_layout_get_unknown_glyphs_count(layout))
    )
  }

  /// The rectangle that has ink in it, relative to the start of the baseline.
  func ink(of text: String, style: TextStyle) -> Rect {
    let layout = unsafe layout(of: text, style: style)
    var ink = PangoRectangle()
    unsafe pango_layout_get_extents(layout, &ink, nil)
    let baseline = unsafe pango_layout_get_baseline(layout)
    let unit = Self.unit(of: style)
    return Rect(
      x: Double(ink.x) * unit,
      y: Double(ink.y - baseline) * unit,
      width: Double(ink.width) * unit,
      height: Double(ink.height) * unit
    )
  }

  /// How many points a unit of Pango has in a style.
  private static func unit(of style: TextStyle) -> Double {
    style.size / size / Double(PANGO_SCALE)
  }

  /// Draws a text with the start of its baseline at the current point of a Cairo context.
  func show(_ text: String, style: TextStyle, on cairo: OpaquePointer) {
    unsafe scaled(text, style, on: cairo) { unsafe pango_cairo_show_layout_line(cairo, $0) }
  }

  /// Adds the outline of a text to the path of a Cairo context.
  func outline(_ text: String, style: TextStyle, on cairo: OpaquePointer) {
    unsafe scaled(text, style, on: cairo) { unsafe pango_cairo_layout_line_path(cairo, $0) }
  }

  /// Hands over the line of a text while the context has the scale of its style.
  private func scaled(
    _ text: String,
    _ style: TextStyle,
    on cairo: OpaquePointer,
    draw: (UnsafeMutablePointer<PangoLayoutLine>) -> Void
  ) {
    let layout = unsafe layout(of: text, style: style)
    guard let line = unsafe pango_layout_get_line_readonly(layout, 0) else { return }
    var matrix = cairo_matrix_t()
    unsafe cairo_get_matrix(cairo, &matrix)
    unsafe cairo_scale(cairo, style.size / Self.size, style.size / Self.size)
    unsafe draw(line)
    // Not all of what was drawn with is taken back: the path of an outline must stay.
    unsafe cairo_set_matrix(cairo, &matrix)
  }

  /// The name of the font that Latin letters are really drawn with.
  var family: String {
    guard let font = unsafe pango_context_load_font(context, description(of: .regular)) else {
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
    let key = Key(text: text, weight: style.weight, isTabular: style.tabular)
    if let known = unsafe layouts[key] { return unsafe known }
    guard let made = unsafe pango_layout_new(context) else {
      preconditionFailure("Pango could not make a layout: out of memory.")
    }
    unsafe pango_layout_set_single_paragraph_mode(made, 1)
    unsafe pango_layout_set_auto_dir(made, 0)
    unsafe pango_layout_set_font_description(made, description(of: style.weight))
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

  private func description(of weight: FontWeight) -> OpaquePointer {
    if let known = unsafe descriptions[weight] { return unsafe known }
    guard let made = unsafe pango_font_description_new() else {
      preconditionFailure("Pango could not make a font description: out of memory.")
    }
    unsafe pango_font_description_set_family(made, families)
    unsafe pango_font_description_set_weight(made, PangoWeight(rawValue: UInt32(weight.rawValue)))
    unsafe pango_font_description_set_size(made, Int32(Self.size) * PANGO_SCALE)
    unsafe descriptions[weight] = made
    return unsafe made
  }
}
