extension Theme {
  /// The theme with colors of the user's own for some segments and for data without segments.
  ///
  /// From each fill follow the other colors of a segment: its name gets as much of the ink as it needs to be
  /// read, its pale ground is one part of seven of it, and letters on it take the ink that reads best.
  package func with(segments own: [Int: Color], single: Color?) -> Theme {
    let styles = segments.enumerated().map { place, style in
      own[place].map { self.style(style, filled: $0) } ?? style
    }
    return Theme(
      name: name,
      ink: ink,
      secondary: secondary,
      tertiary: tertiary,
      axis: axis,
      grid: grid,
      page: page,
      panel: panel,
      single: single.map { Color($0.rgb, name: "single") } ?? self.single,
      better: better,
      worse: worse,
      ok: ok,
      check: check,
      problem: problem,
      segments: styles,
      noise: noise,
      other: other,
      sequential: sequential,
      diverging: diverging
    )
  }

  /// What graphics need to be seen on the page (WCAG 1.4.11).
  package static let leastContrast = 3.0

  private func style(_ style: SegmentStyle, filled color: Color) -> SegmentStyle {
    let key = style.fill.name ?? style.letter
    let inks = inks + [Color(0x000000), Color(0xFFFFFF)]
    return SegmentStyle(
      letter: style.letter,
      fill: Color(color.rgb, name: key),
      text: Color(readable(color).rgb, name: key + "-text"),
      tint: Color(color.opacity(name == "dark" ? 0.2 : 0.14).over(page).rgb, name: key + "-tint"),
      ink: Color(color.bestInk(of: inks).rgb, name: key + "-ink"),
      marker: style.marker,
      dash: style.dash,
      hatch: nil
    )
  }

  /// The color with as much of the ink as it takes to read it on the page.
  package func readable(_ color: Color, contrast least: Double = 4.5) -> Color {
    for step in 0...20 {
      let mixed = ink.opacity(Double(step) / 20).over(color)
      if mixed.contrast(to: page) >= least { return mixed }
    }
    return ink
  }
}
