import Plots
import Segments

/// The messages of pages that show many measures at once: what is largest among them.
extension Headlines {
  /// "55,002 customers; the top 20% bring 42% of purchases".
  var base: String {
    let customers = reading.customers(reading.report.customers).capitalizedFirst
    guard let value = reading.value, !value.isConstant, value.facts.n >= 100,
      let curve = ConcentrationPanel.curve(value.facts)
    else { return words("headline.base", ["customers": customers]) }
    let values = ["customers": customers, "share": format.percent(curve[20]), "of": value.of]
    return words("headline.base.value", values)
  }

  /// "High spenders: very high purchases; Active savers: very high discounts".
  var profiles: String? {
    let traits = Traits(reading: reading)
    let strongest = reading.shown.compactMap { portrait -> (portrait: Portrait, z: Double)? in
      guard let first = traits.strongest(of: portrait).first, first.z.magnitude >= 0.3 else {
        return nil
      }
      return (portrait, first.z.magnitude)
    }
    .enumerated()
    .sorted { ($0.element.z, $1.offset) > ($1.element.z, $0.offset) }
    .prefix(2)
    guard strongest.count == 2 else { return nil }
    return strongest.map { $0.element.portrait }.map { portrait in
      portrait.name + ": " + traits.text(of: portrait, most: 1)
    }.joined(separator: "; ")
  }

  /// "Discounts and purchases tell the segments apart most".
  var distributions: String? {
    let best = reading.bySeparation.filter { $0.facts.separation ?? 0 > 0.01 }.prefix(2)
    guard best.count == 2 else { return nil }
    let list = words.list(best.map(\.inner))
    return words("distributions.title", ["measures": list]).capitalizedFirst
  }

  /// "Discounts: half of Active savers lie between 933 and 1,304".
  var boxes: String? {
    guard let (measure, portraits) = mostApart, let high = portraits.last,
      let value = high.value(of: measure), value.q75 > value.q25
    else { return nil }
    return words(
      "headline.boxes.value",
      [
        "measure": measure.label, "segment": high.name,
        "low": measure.text(value.q25), "high": measure.text(value.q75),
      ]
    )
  }

  /// "Discounts: half of High spenders have at most 78.4".
  var shapes: String? {
    guard let (measure, portraits) = mostApart, let low = portraits.first,
      let value = low.value(of: measure), value.n >= 20
    else { return nil }
    let values = ["measure": measure.label, "segment": low.name]
    return words(
      "headline.shapes.value",
      values.merging(["value": measure.text(value.median)]) { one, _ in one }
    )
  }

  /// "Discounts: one in twenty of Active savers has 1,620 or more".
  var tails: String? {
    guard let measure = mostApart?.0 else { return nil }
    let ends = reading.shown.compactMap { portrait in
      Spread(portrait, measure).map { (portrait: portrait, end: $0.quantiles[95], n: $0.n) }
    }
    guard let longest = ends.max(by: { ($0.end, $1.portrait.id) < ($1.end, $0.portrait.id) }),
      longest.n >= 100, longest.end > measure.facts.median
    else { return nil }
    return words(
      "headline.tails.value",
      [
        "measure": measure.label, "segment": longest.portrait.name,
        "value": measure.text(longest.end),
      ]
    )
  }

  /// "Discounts: the mean of Active savers lies between 1,104 and 1,138".
  var averages: String? {
    guard let (measure, portraits) = mostApart, let high = portraits.last,
      let spread = Spread(high, measure), let interval = ConfidenceInterval.mean(of: spread)
    else { return nil }
    let ends = [interval.lowerBound, interval.upperBound].map(measure.text)
    guard ends[0] != ends[1], interval.lowerBound >= min(0, measure.facts.min) else { return nil }
    return words(
      "headline.averages.value",
      ["measure": measure.label, "segment": high.name, "low": ends[0], "high": ends[1]]
    )
  }

  /// "Mean discounts: 1,121 for Active savers, 80.2 for High spenders".
  var comparison: String? {
    guard let (measure, portraits) = mostApart, let low = portraits.first,
      let high = portraits.last, let least = low.value(of: measure)?.mean,
      let most = high.value(of: measure)?.mean, measure.text(most) != measure.text(least)
    else { return nil }
    return words(
      "headline.comparison.value",
      [
        "measure": measure.inner, "highest": high.name, "high": measure.text(most),
        "lowest": low.name, "low": measure.text(least),
      ]
    )
  }

  /// "Spend: 2,054 on average, yet half have 674 or less".
  var measures: String? {
    // What customers are worth matters most, then what decides about segments.
    let known = [reading.value].compactMap(\.self) + reading.varying.filter(\.facts.clustered)
    let uneven = known.first { measure in
      let facts = measure.facts
      return facts.n >= 20 && facts.sd > 0 && (facts.mean - facts.median) / facts.sd >= 0.1
    }
    guard let uneven else { return nil }
    let values = [
      "mean": uneven.text(uneven.facts.mean), "median": uneven.text(uneven.facts.median),
    ]
    return words(
      "headline.measures.value",
      values.merging(["measure": uneven.label]) { one, _ in one }
    )
  }

  /// "6 of 15 pairs of measures move together at least moderately".
  var pairs: String? {
    let pairs = reading.pairs
    let close = pairs.count {
      ["strong", "moderate"].contains(StrongestPairsPanel.word(for: $0.r))
    }
    guard close > 0, pairs.count > 1 else { return nil }
    let values = ["n": format.integer(close), "all": format.integer(pairs.count)]
    return words("headline.pairs.value", values)
  }

  /// The measure that tells the segments apart best, with the segments by its mean.
  private var mostApart: (Measure, [Portrait])? {
    guard let measure = reading.bySeparation.first(where: { $0.facts.separation ?? 0 > 0.01 })
    else { return nil }
    let known = reading.shown.compactMap { portrait in
      portrait.value(of: measure).map { (portrait, $0.mean) }
    }
    guard known.count > 1 else { return nil }
    return (measure, known.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.map(\.0))
  }
}
