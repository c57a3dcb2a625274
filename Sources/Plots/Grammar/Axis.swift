/// One side of a chart: how values are spread, which are marked, what they are called.
package struct Axis: Sendable {
  /// How values are spread.
  package enum Kind: Sendable {
    /// Equal steps, equal distances.
    case linear
    /// Equal ratios, equal distances.
    case log
    /// One band for each name.
    case band([BandLabel])
    /// Days, counted as `Day.number`.
    case time
  }

  /// Which values are marked.
  package enum Marking: Sendable, Hashable {
    /// Round ones.
    case round
    /// These.
    case at([Double])
    /// None: the values are written beside the marks.
    case none
  }

  /// How values are spread.
  package var kind: Kind
  /// What is measured, with its unit; nil when it is said elsewhere.
  package var title: String?
  /// The values at both ends; nil for what the marks need.
  package var domain: ClosedRange<Double>?
  /// Whether zero is always shown.
  package var includesZero = false
  /// Whether ticks enclose the data.
  package var cover = Ticks.Cover.inner
  /// Which values are marked.
  package var marking = Marking.round
  /// Whether marked values have a line across the chart.
  package var hasGrid = true
  /// How values are written.
  package var format = AxisFormat.number
  /// What stands over the values at the far ends of bands.
  package var trailingTitle: String?
  /// The widest that names of bands may be, as a share of the chart.
  package var labelShare = 0.38

  /// An axis of equal steps; bars and lines want `cover: .whole`.
  package static func linear(
    _ title: String? = nil,
    format: AxisFormat = .number,
    domain: ClosedRange<Double>? = nil,
    includesZero: Bool = false,
    cover: Ticks.Cover = .inner,
    marking: Marking = .round,
    hasGrid: Bool = true
  ) -> Axis {
    Axis(
      kind: .linear,
      title: title,
      domain: domain,
      includesZero: includesZero,
      cover: cover,
      marking: marking,
      hasGrid: hasGrid,
      format: format
    )
  }

  /// An axis of equal ratios; its title must say so.
  ///
  /// Values at or below zero are not shown.
  package static func log(
    _ title: String,
    format: AxisFormat = .number,
    domain: ClosedRange<Double>? = nil,
    marking: Marking = .round
  ) -> Axis {
    Axis(kind: .log, title: title, domain: domain, marking: marking, format: format)
  }

  /// An axis of names.
  package static func band(
    _ labels: [BandLabel],
    title: String? = nil,
    trailingTitle: String? = nil
  ) -> Axis {
    Axis(kind: .band(labels), title: title, hasGrid: false, trailingTitle: trailingTitle)
  }

  /// An axis of days, values being `Day.number`.
  package static func time(_ title: String? = nil, domain: ClosedRange<Double>? = nil) -> Axis {
    Axis(kind: .time, title: title, domain: domain, hasGrid: false)
  }

  /// An axis that is neither written nor drawn.
  package static func hidden(
    domain: ClosedRange<Double>? = nil,
    includesZero: Bool = false
  ) -> Axis {
    Axis(
      kind: .linear,
      domain: domain,
      includesZero: includesZero,
      marking: .none,
      hasGrid: false
    )
  }
}
