extension Pipeline {
  /// The features of everybody the ledger knows.
  ///
  /// - Parameter day: recency and tenure are counted to this day (ISO 8601) where the ledger's newest order is
  ///   older.
  package func table(
    of ledger: Ledger,
    lookingFrom day: String? = nil,
  ) throws(SegmentError) -> FeatureTable {
    var histories = CustomerHistories.found(in: ledger)
    if let day = day.flatMap(StudyBuilder.day(ofText:)) { histories?.look(from: day) }
    return FeatureBuilder.table(of: ledger, histories: histories, recipe: recipe)
  }
}

extension FeatureTable {
  /// The table of one customer.
  package func row(_ row: Int) -> FeatureTable {
    guard customers.indices.contains(row) else { return self }
    return FeatureTable(
      customers: [customers[row]],
      features: features.map { feature in
        var feature = feature
        feature.values = [feature.values[row]]
        return feature
      },
      valueFeature: valueFeature,
    )
  }
}
