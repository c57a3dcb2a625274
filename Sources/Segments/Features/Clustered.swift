/// Decides which features take part in the clustering.
enum Clustered {
  /// The names of the features to cluster on, in the order of the table.
  ///
  /// Configured ones win. Orders: recency, frequency and monetary, the three every shop owner knows.
  /// Customer tables: the columns whose behavior roles are known when there are at least two, else every
  /// measure with more than a handful of values. Constant features never take part.
  static func features(
    of table: FeatureTable,
    grain: SegmentReport.Grain,
    choice: ColumnChoice,
  ) -> [String] {
    let usable = table.features.filter { isVarying($0) }
    if let named = choice.features {
      return usable.map(\.name).filter { named.contains($0) }
    }
    if !grain.isCustomers {
      return usable.map(\.name).filter { ["recency", "frequency", "monetary"].contains($0) }
    }
    let behavior = usable.filter { $0.role.map(Role.behavior.contains) ?? false }
    if behavior.count >= 2 { return behavior.map(\.name) }
    let measures = usable.filter { isMeasure($0, customers: table.customers.count) }
    return (measures.isEmpty ? usable : measures).map(\.name)
  }

  private static func isVarying(_ feature: FeatureColumn) -> Bool {
    var values = feature.values.lazy.compactMap(\.self).makeIterator()
    guard let first = values.next() else { return false }
    while let next = values.next() {
      if next != first { return true }
    }
    return false
  }

  /// A few whole numbers over many customers are codes (channel, region), not measures.
  private static func isMeasure(_ feature: FeatureColumn, customers: Int) -> Bool {
    var distinct: Set<Double> = []
    for value in feature.values {
      guard let value else { continue }
      distinct.insert(value)
      if distinct.count > 6 || value != value.rounded() { return true }
    }
    return customers < 50
  }
}
