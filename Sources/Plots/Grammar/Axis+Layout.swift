extension Axis {
  /// The kind of its scale.
  var scaleKind: PlotScale.Kind {
    switch kind {
    case .linear, .time: .linear
    case .log: .log
    case .band(let labels): .band(labels.count)
    }
  }

  /// Whether numbers are written along it.
  var isValues: Bool {
    if case .band = kind { false } else { marking != .none }
  }

  /// The rows of text needed below it as the horizontal axis.
  func footRows(_ style: PlotStyle) -> Double {
    var rows = 0.0
    switch kind {
    case .band(let labels):
      rows = labels.contains { !$0.text.isEmpty } ? 1 : 0
      if labels.contains(where: { $0.note != nil }) { rows += 1 }
      if labels.contains(where: { $0.paint?.hasLetter == true }) { rows += 1.4 }
      return rows
    case .time: rows = 2
    case .linear, .log: rows = marking == .none ? 0 : 1
    }
    return rows + (title == nil ? 0 : 1.3)
  }

  /// The values from end to end that the marks need; nil when there are none.
  func range(of extents: [ClosedRange<Double>?]) -> ClosedRange<Double>? {
    if case .band(let labels) = kind { return labels.isEmpty ? nil : 0...Double(labels.count) }
    let known = extents.compactMap(\.self)
    guard var low = known.map(\.lowerBound).min(), var high = known.map(\.upperBound).max() else {
      return nil
    }
    if let domain { return domain }
    if includesZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    if case .log = kind {
      guard high > 0 else { return nil }
      if low <= 0 { low = high / 1000 }
      return low < high ? low...high : (low / 2)...(high * 2)
    }
    guard low == high else { return low...high }
    // One value has no range: it is shown in the middle of a small one around it.
    let reach = low == 0 ? 1 : low.magnitude * 0.05
    return includesZero ? min(low, 0)...max(high, low == 0 ? 1 : 0) : (low - reach)...(high + reach)
  }

  /// The ends of the axis and its marked values.
  func ticks(
    over range: ClosedRange<Double>,
    length: Double,
    spacing: Double,
    style: PlotStyle
  ) -> (ClosedRange<Double>, [AxisTick]) {
    let low = range.lowerBound
    let high = range.upperBound
    let horizontal = spacing > 30
    switch kind {
    case .band: return (range, [])
    case .time:
      let most = max(2, Int(length / (34 * style.type.factor)))
      let ticks = TimeTicks.ticks(low, high, most: most, numbers: style.numbers)
      return (range, ticks.map { AxisTick(value: $0.value, label: $0.label, below: $0.year) })
    case .log:
      let values = values(Ticks.logarithmic(low, high), in: range)
      return (range, thinned(values, range, length: length, horizontal: horizontal, style: style))
    case .linear: break
    }
    if case .at(let values) = marking {
      return (range, labeled(self.values(values, in: range), style))
    }
    let factor = style.type.factor
    let wanted = min(max(Int((length / (spacing * factor)).rounded()) + 1, 3), 7)
    var fallback: (shown: Int, result: (ClosedRange<Double>, [AxisTick]))?
    // Ticks beyond the ends are not shown, so a few more are tried before fewer.
    for count in Array(wanted...(wanted + 3)) + stride(from: wanted - 1, through: 2, by: -1) {
      let ticks = Ticks.linear(low, high, count: count, cover: domain == nil ? cover : .inner)
      var ends = range
      if domain == nil, cover == .whole, let first = ticks.first, let last = ticks.last {
        ends = min(low, first)...max(high, last)
      }
      let marked = labeled(values(ticks, in: ends), style)
      let fits = fits(marked, ends, length: length, horizontal: horizontal, style: style)
      guard fits else { continue }
      let result = (ends, marking == .none ? [] : marked)
      let shown = ticks.count(where: ends.contains)
      if (3...min(wanted + 1, 7)).contains(shown) { return result }
      if (fallback?.shown ?? 0) < min(shown, 3) { fallback = (shown, result) }
    }
    if fallback?.shown ?? 0 < 2, marking != .none,
      let fitting = halves(of: range, wanted, style).first(where: {
        fits($0, range, length: length, horizontal: horizontal, style: style)
      })
    {
      return (range, fitting)
    }
    return fallback?.result ?? (range, [])
  }

  /// Every second of more ticks than find room: one value alone tells no scale.
  private func halves(
    of range: ClosedRange<Double>,
    _ wanted: Int,
    _ style: PlotStyle
  ) -> [[AxisTick]] {
    (wanted...(wanted + 3)).map { count in
      let ends = (range.lowerBound, range.upperBound)
      let ticks = Ticks.linear(ends.0, ends.1, count: count, cover: .inner).filter(range.contains)
      return labeled(
        ticks.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element),
        style
      )
    }.filter { $0.count > 1 }
  }

  private func values(_ candidates: [Double], in range: ClosedRange<Double>) -> [Double] {
    if case .at(let values) = marking {
      return values.filter { range.contains($0) }
    }
    guard marking != .none || cover == .whole else { return [] }
    let slack = (range.upperBound - range.lowerBound) * 1e-9
    return candidates.filter {
      $0 >= range.lowerBound - slack && $0 <= range.upperBound + slack
    }
  }

  private func labeled(_ values: [Double], _ style: PlotStyle) -> [AxisTick] {
    zip(values, format.labels(for: values, numbers: style.numbers)).map {
      AxisTick(value: $0, label: $1)
    }
  }

  private func fits(
    _ ticks: [AxisTick],
    _ range: ClosedRange<Double>,
    length: Double,
    horizontal: Bool,
    style: PlotStyle
  ) -> Bool {
    let font = style.type[.axis]
    let scale = PlotScale(
      scaleKind,
      low: range.lowerBound,
      high: range.upperBound,
      start: 0,
      end: length
    )
    guard Set(ticks.map(\.label)).count == ticks.count else { return false }
    guard horizontal else { return Double(ticks.count - 1) * font.leading <= length }
    return zip(ticks, ticks.dropFirst()).allSatisfy { one, next in
      let (left, right) = (one.room(on: scale, style), next.room(on: scale, style))
      return right.lowerBound - left.upperBound >= 6
    }
  }

  /// The ticks of a log axis without those whose labels would touch; powers of ten stay longest.
  private func thinned(
    _ values: [Double],
    _ range: ClosedRange<Double>,
    length: Double,
    horizontal: Bool,
    style: PlotStyle
  ) -> [AxisTick] {
    // Each label has the unit that suits it: one unit for 1 to 100,000 would read 0.001k.
    let all = values.map {
      AxisTick(
        value: $0,
        label: format.logLabel($0, upTo: range.upperBound, numbers: style.numbers)
      )
    }
    let font = style.type[.axis]
    let scale = PlotScale(
      .log,
      low: range.lowerBound,
      high: range.upperBound,
      start: 0,
      end: length
    )
    var kept: [AxisTick] = []
    let byRank = all.sorted { Self.rank($0.value) < Self.rank($1.value) }
    for tick in byRank {
      let free = kept.allSatisfy { other in
        let distance = (scale.position(tick.value) - scale.position(other.value)).magnitude
        guard horizontal else { return distance >= font.leading + 2 }
        let (one, two) = (tick.room(on: scale, style), other.room(on: scale, style))
        return max(one.lowerBound, two.lowerBound) - min(one.upperBound, two.upperBound) >= 6
      }
      if free { kept.append(tick) }
    }
    return kept.sorted { $0.value < $1.value }
  }

  /// 0 for powers of ten, 1 for 2 and 5, 2 for the rest; earlier values first among equals.
  private static func rank(_ value: Double) -> Int {
    switch DecimalDigits(value).digits {
    case [1]: 0
    case [2], [5]: 1
    default: 2
    }
  }
}

extension AxisTick {
  /// What its label covers of a horizontal axis; the last label is moved inward by up to half its
  /// width.
  fileprivate func room(on scale: PlotScale, _ style: PlotStyle) -> ClosedRange<Double> {
    let half = style.measure.width(label, style: style.type[.axis]) / 2
    let middle = min(scale.position(value), max(scale.start, scale.end) - half)
    return (middle - half)...(middle + half)
  }
}

extension Paint {
  /// Whether it has a letter of its own.
  var hasLetter: Bool {
    switch self {
    case .segment, .noise: true
    case .single, .other, .ink, .quiet, .better, .worse, .step: false
    }
  }
}
