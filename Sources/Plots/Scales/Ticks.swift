import RealModule

/// Chooses round places for the ticks of an axis.
///
/// Extended Wilkinson (Talbot, Lin and Hanrahan, 2010) with steps of 1, 2, 2.5 and 5, because steps
/// of 3 and 4 read oddly. All candidates are weighed by how round they are, how well they cover the
/// data and how near their number is to the wanted one.
package enum Ticks {
  /// Whether ticks may stop inside of the data.
  package enum Cover: Sendable, Hashable {
    /// The first and last tick enclose the data: bars and lines.
    case whole
    /// Ticks may stop short of the ends: dots and histograms.
    case inner
  }

  /// Round places over a range, about as many as wanted, rising.
  ///
  /// A range of no length gives its one value; a range that is no number gives nothing.
  package static func linear(_ low: Double, _ high: Double, count: Int, cover: Cover) -> [Double] {
    guard low.isFinite, high.isFinite, (high - low).isFinite else { return [] }
    let low = min(low, high)
    let high = max(low, high)
    // Closer than doubles can tell apart in steps: nothing round lies between.
    guard high - low > max(low.magnitude, high.magnitude) * 1e-12, high - low > 1e-290 else {
      return [low]
    }
    var search = TickSearch(low: low, high: high, wanted: max(2, count), cover: cover)
    search.run()
    return search.best?.values ?? [low, high]
  }

  /// Round places from a low end to a high one, three at least where there are so many; none lies outside.
  package static func within(_ low: Double, _ high: Double) -> [Double] {
    let rows = (3...6).lazy.map { count in
      linear(low, high, count: count, cover: .inner).filter { $0 >= low && $0 <= high }
    }
    return rows.first { $0.count >= 3 } ?? [low, high]
  }

  /// Round places on a log axis: powers of ten, with 2 and 5 or more in between when there is room.
  package static func logarithmic(_ low: Double, _ high: Double) -> [Double] {
    guard low > 0, high > low, high.isFinite else { return low > 0 ? [low] : [] }
    let first = Int(Double.log10(low).rounded(.down))
    let last = Int(Double.log10(high).rounded(.up))
    let decades = Double.log10(high / low)
    let steps: [Double] = decades > 3 ? [1] : decades > 1 ? [1, 2, 5] : [1, 2, 3, 5, 7]
    let stride = decades > 9 ? Int((decades / 6).rounded(.up)) : 1
    var ticks: [Double] = []
    for power in first...last where (power - first).isMultiple(of: stride) {
      ticks += steps.map { times(power: power, $0) }
    }
    ticks = ticks.filter { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }
    // Half a decade may hold one round number or none: then linear places serve better.
    return ticks.count >= 2 ? ticks : linear(low, high, count: 4, cover: .inner)
  }

  /// A whole number times a power of ten, exactly the number that its digits mean.
  package static func times(power: Int, _ value: Double) -> Double {
    // Dividing by an exact power rounds once; multiplying by 0.1 would round twice.
    power >= 0 ? value * Double.pow(10, Double(power)) : value / Double.pow(10, Double(-power))
  }
}
