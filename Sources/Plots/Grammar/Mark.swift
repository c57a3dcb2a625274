/// One kind of thing a chart draws: bars, lines, dots.
///
/// A mark says which values it has and, once the axes are known, draws them. See *Adding a mark*.
package protocol Mark: Sendable {
  /// The values it shows.
  var extent: MarkExtent { get }
  /// The room it needs outside of the axes, such as for names at the ends of lines.
  func margins(_ style: PlotStyle) -> Insets
  /// The texts it needs above the chart, at values of the horizontal axis.
  var headings: [MarkHeading] { get }
  /// Draws it.
  func draw(in frame: PlotFrame, on scene: inout Scene)
  /// What it shows, for programs that check pages.
  func fact(in frame: PlotFrame) -> MarkFact
}

extension Mark {
  /// No room outside of the axes.
  package func margins(_ style: PlotStyle) -> Insets { Insets() }
  /// No texts above the chart.
  package var headings: [MarkHeading] { [] }
  /// The kind by its type's name, with the range of its data.
  package func fact(in frame: PlotFrame) -> MarkFact {
    MarkFact(Self.kind, x: extent.x, y: extent.y)
  }

  /// `dotCloud` for `DotCloudMark`.
  static var kind: String {
    let name = String(describing: Self.self)
    let word = name.hasSuffix("Mark") ? String(name.dropLast(4)) : name
    return word.prefix(1).lowercased() + word.dropFirst()
  }
}
