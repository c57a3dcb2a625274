import Plots

/// The style of the HTML page: letters, both themes, and the file that lays it out.
enum Stylesheet {
  /// The whole style; always the same bytes.
  static let text = font + colors(.light, .dark) + layout + rules

  /// The style with the colors of a theme of the user's own.
  static func text(light: Theme, dark: Theme) -> String {
    light == .light && dark == .dark ? text : font + colors(light, dark) + layout + rules
  }

  /// The letters the page brings along, so that it looks alike on every machine.
  private static let font =
    "@font-face{font-family:Inter;font-weight:100 900;font-display:block;"
    + "src:url(data:font/woff2;base64,\(Base64.text(PackageResources.inter_subset_woff2)))"
    + "format(\"woff2\")}"

  /// Colors that only a screen needs: frames of buttons, links, focus, hints.
  private static let ownLight =
    "--edge:#8a919e;--link:#1f5fae;--on-single:#fff;--focus:#1f5fbf;--tip:#1a1d23;--on-tip:#fff;"
  private static let ownDark =
    "--edge:#6b7482;--link:#7db5f0;--on-single:#12161c;--focus:#84adff;--tip:#e8ebf0;"
    + "--on-tip:#12161c;"

  private static func colors(_ theme: Theme, _ darkTheme: Theme) -> String {
    let light = theme.cssProperties + ownLight
    let dark = darkTheme.cssProperties + ownDark
    return ":root{color-scheme:light;\(light)}"
      + "@media(prefers-color-scheme:dark){html:not([data-theme=light]){color-scheme:dark;\(dark)}}"
      + ":root[data-theme=dark]{color-scheme:dark;\(dark)}"
      // Pictures made of dots have the ground of paper in any theme.
      + ".paper{\(theme.cssProperties)background:#fff;padding:8px;border-radius:4px}"
      + "@media print{:root,:root[data-theme=dark],html:not([data-theme=light])"
      + "{color-scheme:light;\(light)}}"
  }

  /// Classes of shapes, chips and letters, and what becomes of segments that are switched off.
  private static let rules: String = {
    var text = Theme.light.cssRules + SVGPainter.stylesheet
    text += ".f-white{fill:var(--page)}"
    text += (1...12).map { ".c\($0){grid-column:span \($0)}" }.joined()
    for look in Theme.light.segments + [Theme.light.noise, Theme.light.other] {
      guard let name = look.fill.name else { continue }
      text += ".chart .t-\(name){fill:var(--\(name)-text);color:var(--\(name)-text)}"
      text += ".t-\(name){color:var(--\(name)-text)}"
      text += ".chart .on-\(name){fill:var(--\(name)-ink)}"
      text += ".b-\(name){background:var(--\(name));color:var(--\(name)-ink)}"
      text += ".c-\(name){border-color:var(--\(name))}"
      text += ".c-\(name).on{background:var(--\(name)-tint)}"
      text += ":root[data-off~=\"\(name)\"] .book :is(.f-\(name),.s-\(name),.f-\(name)-text)"
      text += "{opacity:.13}"
    }
    return text + SegmentPatterns.rules
  }()

  private static let layout = String(decoding: PackageResources.page_css, as: UTF8.self)
}
