extension PlotLayout {
  /// What the chart shows, for programs that check pages.
  var fact: ChartFact {
    ChartFact(
      area: frame.area,
      x: fact(of: plot.x, frame.x, xTicks),
      y: fact(of: plot.y, frame.y, yTicks),
      marks: plot.marks.map { $0.fact(in: frame) },
      family: plot.family,
      beyond: plot.beyond
    )
  }

  private func fact(of axis: Axis, _ scale: PlotScale, _ ticks: [AxisTick]) -> AxisFact {
    let isShown = axis.marking != .none
    let ends = isShown ? ticks : []
    return AxisFact(
      axis.spread,
      title: axis.title,
      from: scale.low,
      to: scale.high,
      isRound: axis.marking == .round,
      ticks: ends.map {
        AxisFact.Tick($0.value, at: scale.position($0.value), label: $0.label)
      }
    )
  }
}

extension Axis {
  /// How values are spread, as a word.
  var spread: AxisFact.Spread {
    switch kind {
    case .linear: .linear
    case .log: .log
    case .band: .band
    case .time: .time
    }
  }
}
