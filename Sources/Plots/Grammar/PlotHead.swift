/// The rows above a chart: titles of axes, and headings such as names of reference lines.
struct PlotHead {
  let titleBaseline: Double?
  let headingBaseline: Double?
  let headings: [(text: String, x: Double)]
  let bottom: Double

  init(_ plot: Plot, x: PlotScale, size: Size, top: Double, left: Double, style: PlotStyle) {
    let font = style.type[.axis]
    let row = font.leading + 3
    headings = Self.placed(plot.marks.flatMap(\.headings), x: x, size: size, style: style)
    var y = top
    let title = plot.topTitle
    let hasTrailing = plot.y.trailingTitle != nil
    if title != nil || hasTrailing {
      titleBaseline = y + font.size
      y += row
    } else {
      titleBaseline = nil
    }
    guard !headings.isEmpty else {
      headingBaseline = nil
      bottom = y
      return
    }
    let start = plot.titleIsOverArea ? left : 0
    let titleEnd = title.map { start + style.measure.width($0, style: font) + 8 } ?? -1
    let trailing = plot.y.trailingTitle.map { style.measure.width($0, style: font) + 8 } ?? 0
    // Headings share the row of titles when none of them meets another text there.
    let fits = headings.allSatisfy { heading in
      let half = style.measure.width(heading.text, style: font) / 2
      return heading.x - half > titleEnd && heading.x + half < size.width - trailing
    }
    if let titleBaseline, fits {
      headingBaseline = titleBaseline
    } else {
      headingBaseline = y + font.size
      y += row
    }
    bottom = y
  }

  /// Headings side by side, none on another; those that find no room are left out.
  private static func placed(
    _ wanted: [MarkHeading],
    x: PlotScale,
    size: Size,
    style: PlotStyle
  ) -> [(text: String, x: Double)] {
    let font = style.type[.axis]
    var end = -Double.infinity
    var result: [(text: String, x: Double)] = []
    for heading in wanted.sorted(by: { ($0.value, $0.text) < ($1.value, $1.text) }) {
      let width = style.measure.width(heading.text, style: font)
      let place = x.clampedPosition(heading.value)
      let middle = min(max(place, width / 2, end + 6 + width / 2), size.width - width / 2)
      guard middle - width / 2 >= end + 4, width <= size.width else { continue }
      result.append((heading.text, middle))
      end = middle + width / 2
    }
    return result
  }
}

extension Plot {
  /// The title written above: of the vertical axis, or of the horizontal one when rows have names.
  var topTitle: String? { titleIsOverArea ? x.title : y.title }

  /// Whether the title above belongs to the horizontal axis.
  var titleIsOverArea: Bool {
    if case .band = y.kind { true } else { false }
  }
}
