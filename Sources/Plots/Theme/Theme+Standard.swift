extension Theme {
  /// The theme of paper, and of screens by day.
  package static let light = Theme(
    name: "light",
    ink: Color(0x1A1D23, name: "ink"),
    secondary: Color(0x4A5160, name: "secondary"),
    tertiary: Color(0x5B6270, name: "tertiary"),
    axis: Color(0x8A919E, name: "axis"),
    grid: Color(0xE3E6EB, name: "grid"),
    page: Color(0xFFFFFF, name: "page"),
    panel: Color(0xF6F7F9, name: "panel"),
    single: Color(0x276CBA, name: "single"),
    better: Color(0x0A66A3, name: "better"),
    worse: Color(0xA84300, name: "worse"),
    ok: Color(0x0E6B45, name: "ok"),
    check: Color(0x8A5A00, name: "check"),
    problem: Color(0xB3261E, name: "problem"),
    segments: styles(Palette.light),
    noise: noise(
      .init(0xB4BAC4, 0x4A5160, 0xF1F2F4, 0x1A1D23),
      line: 0x7A818E
    ),
    other: other(.init(0xB4BAC4, 0x4A5160, 0xF1F2F4, 0x1A1D23)),
    sequential: steps(Palette.lightSequential, "seq"),
    diverging: steps(Palette.lightDiverging, "div")
  )

  /// The theme of screens by night.
  package static let dark = Theme(
    name: "dark",
    ink: Color(0xE8EBF0, name: "ink"),
    secondary: Color(0xB4BBC7, name: "secondary"),
    tertiary: Color(0x9AA2AF, name: "tertiary"),
    axis: Color(0x8F97A5, name: "axis"),
    grid: Color(0x2B313B, name: "grid"),
    page: Color(0x12161C, name: "page"),
    panel: Color(0x1A1F27, name: "panel"),
    single: Color(0x4692DA, name: "single"),
    better: Color(0x68BEF0, name: "better"),
    worse: Color(0xEC9E60, name: "worse"),
    ok: Color(0x3CCB7F, name: "ok"),
    check: Color(0xFDB022, name: "check"),
    problem: Color(0xF97066, name: "problem"),
    segments: styles(Palette.dark),
    noise: noise(
      .init(0x4A525F, 0xB4BBC7, 0x20252D, 0xE8EBF0),
      line: 0x8F97A5
    ),
    other: other(.init(0x4A525F, 0xB4BBC7, 0x20252D, 0xE8EBF0)),
    sequential: steps(Palette.darkSequential, "seq"),
    diverging: steps(Palette.darkDiverging, "div")
  )

  private static let markers: [Marker] = [
    .disc, .square, .triangle, .diamond, .triangleDown, .plus, .ring, .openSquare, .openTriangle,
    .openDiamond, .openTriangleDown, .star,
  ]

  private static let dashes: [[Double]] = [
    [], [6, 2], [2, 2], [8, 2, 2, 2], [1, 2], [6, 2, 1, 2],
  ]

  private static func styles(_ rows: [Palette.SegmentRow]) -> [SegmentStyle] {
    rows.enumerated().map { index, row in
      style(row, letter: letter(index), marker: markers[index % 12], dash: dashes[index % 6])
    }
  }

  private static func noise(_ row: Palette.SegmentRow, line: UInt32) -> SegmentStyle {
    style(
      row,
      letter: "–",
      key: "noise",
      marker: .cross,
      dash: [1, 3],
      line: Color(line, name: "noise-line")
    )
  }

  private static func other(_ row: Palette.SegmentRow) -> SegmentStyle {
    style(row, letter: "+", key: "other", marker: .disc, dash: [])
  }

  private static func style(
    _ row: Palette.SegmentRow,
    letter: String,
    key: String? = nil,
    marker: Marker,
    dash: [Double],
    line: Color? = nil
  ) -> SegmentStyle {
    let key = key ?? letter
    let fill = Color(row.fill, name: key)
    return SegmentStyle(
      letter: letter,
      fill: fill,
      text: Color(row.text, name: key + "-text"),
      tint: Color(row.tint, name: key + "-tint"),
      ink: Color(row.ink, name: key + "-ink"),
      marker: marker,
      dash: dash,
      hatch: line.map { Hatch(line: $0, background: fill) }
    )
  }

  private static func steps(_ colors: [UInt32], _ key: String) -> [Color] {
    colors.enumerated().map { Color($1, name: "\(key)-\($0 + 1)") }
  }
}
