/// Whose color a mark has; the theme knows which color that is.
package enum Paint: Sendable, Hashable {
  /// Data without segments.
  case single
  /// A segment by the place of its letter, 0 for A.
  case segment(Int)
  /// Customers that belong to no segment.
  case noise
  /// Segments beyond the colors, or not looked at.
  case other
  /// The color of titles.
  case ink
  /// The quiet color of descriptions, for comparisons in the background.
  case quiet
  /// A change for the better.
  case better
  /// A change for the worse.
  case worse
  /// A step of the colors for amounts, 0 for the palest.
  case step(Int)

  /// The letter, colors, marker and dash in a theme.
  package func look(in theme: Theme) -> SegmentStyle {
    switch self {
    case .segment(let index): theme.segment(index)
    case .noise: theme.noise
    case .other: theme.other
    case .single: plain(theme.single, theme)
    case .ink: plain(theme.ink, theme)
    case .quiet: plain(theme.secondary, theme)
    case .better: plain(theme.better, theme)
    case .worse: plain(theme.worse, theme)
    case .step(let step):
      plain(theme.sequential[min(max(step, 0), theme.sequential.count - 1)], theme)
    }
  }

  private func plain(_ color: Color, _ theme: Theme) -> SegmentStyle {
    SegmentStyle(
      letter: "",
      fill: color,
      text: color,
      tint: theme.sequential[0],
      ink: color.bestInk(of: theme.inks),
      marker: .disc,
      dash: [],
      hatch: nil
    )
  }
}
