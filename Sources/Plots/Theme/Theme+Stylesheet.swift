extension Theme {
  /// All named colors of the theme, in a fixed order.
  package var namedColors: [(name: String, color: Color)] {
    let plain = [
      ink, secondary, tertiary, axis, grid, page, panel, single, better, worse, ok, check, problem,
    ]
    let styled = (segments + [noise, other]).flatMap { [$0.fill, $0.text, $0.tint, $0.ink] }
    let all = plain + styled + [noise.hatch?.line].compactMap(\.self) + sequential + diverging
    return all.compactMap { color in color.name.map { ($0, color) } }
  }

  /// The theme's colors as CSS custom properties: `--ink:#1a1d23;…`.
  package var cssProperties: String {
    namedColors.map { "--\($0.name):\($0.color.hex);" }.joined()
  }

  /// The CSS rules that let drawn pictures follow the custom properties.
  ///
  /// `SVGPainter` gives each themed shape the class `f-name` (fill) or `s-name` (stroke) beside its
  /// plain color, so a picture is right without these rules and changes its theme with them.
  package var cssRules: String {
    namedColors.map {
      ".f-\($0.name){fill:var(--\($0.name))}.s-\($0.name){stroke:var(--\($0.name))}"
    }
    .joined()
  }
}
