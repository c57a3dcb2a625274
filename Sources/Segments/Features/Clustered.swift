import Clusters

/// Decides which features take part in the clustering, by written rules, and says why of each.
///
/// 1. A feature that is the same for everybody never takes part.
/// 2. Configured ones (`columns: {features: […]}`) take part, and no others.
/// 3. Orders: recency, frequency and monetary, the three every shop owner knows. Most other features are made of
///    the same orders, so that clustering on all would count one habit many times; they describe the segments.
/// 4. Customer tables: the columns whose behavior roles are known when there are at least two, else every
///    measure with more than a handful of values.
/// 5. Of those, one leaves that is unknown for more than a fifth of the customers, that has one value for more
///    than 95 % (such a spike is beyond any scaling; milder skew is the scaling's business), or whose rank
///    correlation with one that stays is beyond ±0.9. The value feature stays first, then the order of the file decides.
struct Clustered {
  static let mostMissing = 0.2
  static let mostAlike = 0.95
  static let mostCorrelated = 0.9
  static let core: Set<String> = ["recency", "frequency", "monetary"]

  private let table: FeatureTable

  /// The rule for every feature of a table, in its order.
  static func entries(
    of table: FeatureTable,
    grain: SegmentReport.Grain,
    choice: ColumnChoice,
  ) -> [FeatureEntry] {
    let rules = Clustered(table: table)
    if let named = choice.features { return rules.configured(named) }
    return grain.isCustomers ? rules.customers() : rules.orders()
  }

  private func configured(_ names: [String]) -> [FeatureEntry] {
    table.features.map { feature in
      if !feature.isVarying { return constant(feature) }
      return names.contains(feature.name)
        ? .taken(feature.name, "configured", why: "As the configuration says.")
        : .left(feature.name, "not-configured", why: "The configuration names others.")
    }
  }

  private func orders() -> [FeatureEntry] {
    table.features.map { feature in
      if !feature.isVarying { return constant(feature) }
      return Self.core.contains(feature.name)
        ? .taken(feature.name, "core", why: "Recency, frequency and monetary tell buyers apart.")
        : .left(
          feature.name,
          "descriptive",
          why: "It is made of the same orders as recency, frequency and monetary, so it describes "
            + "the segments; name it under columns.features to cluster on it.",
        )
    }
  }

  private func customers() -> [FeatureEntry] {
    let varying = table.features.filter(\.isVarying)
    let behavior = varying.filter { $0.role.map(Role.behavior.contains) ?? false }
    let measures = varying.filter { isMeasure($0) }
    let isKnown = behavior.count >= 2
    let candidates = isKnown ? behavior : measures.isEmpty ? varying : measures
    var found = judged(candidates, rule: isKnown ? "behavior" : "measure")
    if !found.values.contains(where: \.isClustered) {
      for feature in candidates { found[feature.name] = taken(feature, "only-choice") }
    }
    return table.features.map { feature in
      if !feature.isVarying { return constant(feature) }
      if let entry = found[feature.name] { return entry }
      return isKnown
        ? .left(
          feature.name,
          "no-behavior",
          why: "Columns that are known to tell how customers behave are enough without it.",
        )
        : .left(feature.name, "code", why: "A few whole numbers only: a code, not a measure.")
    }
  }

  private func constant(_ feature: FeatureColumn) -> FeatureEntry {
    .left(feature.name, "constant", why: "It is the same for everybody.")
  }

  private func taken(_ feature: FeatureColumn, _ rule: String) -> FeatureEntry {
    let why =
      switch rule {
      case "behavior": "It tells how customers behave."
      case "measure": "It is a measure that differs between customers."
      default: "No other column is fit to tell customers apart."
      }
    return .taken(feature.name, rule, why: why)
  }

  /// A few whole numbers over many customers are codes (channel, region), not measures.
  private func isMeasure(_ feature: FeatureColumn) -> Bool {
    var distinct: Set<Double> = []
    for value in feature.values {
      guard let value else { continue }
      distinct.insert(value)
      if distinct.count > 6 || value != value.rounded() { return true }
    }
    return table.customers.count < 50
  }
}

// MARK: - Fit for clustering

extension Clustered {
  /// Rule 5, feature by feature.
  private func judged(_ candidates: [FeatureColumn], rule: String) -> [String: FeatureEntry] {
    var entries: [String: FeatureEntry] = [:]
    var fit: [FeatureColumn] = []
    for feature in candidates {
      if let entry = sparse(feature) ?? spiked(feature) {
        entries[feature.name] = entry
      } else {
        fit.append(feature)
      }
    }
    if let place = fit.firstIndex(where: { $0.name == table.valueFeature }) {
      fit.insert(fit.remove(at: place), at: 0)
    }
    let ranks = Correlation.spearman(fit.map(filled))
    var staying: [Int] = []
    for place in fit.indices {
      let twin = staying.first { (ranks[place][$0] ?? 0).magnitude > Self.mostCorrelated }
      if let twin {
        entries[fit[place].name] = redundant(fit[place], fit[twin], ranks[place][twin] ?? 0)
      } else {
        staying.append(place)
        entries[fit[place].name] = taken(fit[place], rule)
      }
    }
    return entries
  }

  private func sparse(_ feature: FeatureColumn) -> FeatureEntry? {
    let missing = feature.values.count { $0 == nil }
    let share = Double(missing) / Double(max(1, feature.values.count))
    guard share > Self.mostMissing else { return nil }
    return .left(
      feature.name,
      "missing",
      numbers: ["share": share, "limit": Self.mostMissing],
      why: "Too many customers have no value for it.",
    )
  }

  private func spiked(_ feature: FeatureColumn) -> FeatureEntry? {
    let sorted = feature.present.sorted()
    var (most, run) = (0, 0)
    for place in sorted.indices {
      run = place > 0 && sorted[place] == sorted[place - 1] ? run + 1 : 1
      most = max(most, run)
    }
    let share = Double(most) / Double(max(1, sorted.count))
    guard share > Self.mostAlike else { return nil }
    return .left(
      feature.name,
      "spike",
      numbers: ["share": share, "limit": Self.mostAlike],
      why: "Nearly all customers have the same value.",
    )
  }

  private func redundant(
    _ feature: FeatureColumn,
    _ twin: FeatureColumn,
    _ correlation: Double,
  ) -> FeatureEntry {
    .left(
      feature.name,
      "redundant",
      feature: twin.name,
      numbers: ["spearman": correlation, "limit": Self.mostCorrelated],
      why: "It says nearly the same as \(twin.name), which would then count twice.",
    )
  }

  private func filled(_ feature: FeatureColumn) -> [Double] {
    let median = Summary(feature.present).median
    return feature.values.map { $0 ?? median }
  }
}
