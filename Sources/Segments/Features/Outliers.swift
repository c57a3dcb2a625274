import Clusters

/// Finds customers whose clustered features lie far from everybody else's, and does what the configuration says.
///
/// It looks at features, not at rows of a file, so that the answer does not depend on how orders were split over files.
/// `iqr`: more than three times the middle half beyond it (Tukey's far out); `robust-z`: further than 3.5 scaled median
/// deviations from the median (Iglewicz and Hoaglin, 1993); both leave a feature alone whose middle has no width.
/// `isolation`: customers whom an isolation forest scores above 0.6.
struct Outliers {
  static let farOut = 3.0
  static let mostDeviations = 3.5
  static let mostIsolated = 0.6

  let treatment: OutlierTreatment
  let method: OutlierMethod
  /// The customers concerned, in the order of the table, each with the feature that lies farthest out.
  private(set) var found: [(row: Int, feature: Int)] = []
  /// The range that ordinary customers keep to, by feature.
  private var ranges: [String: ClosedRange<Double>] = [:]

  init(
    in table: FeatureTable,
    features: [String],
    choice: CleaningChoice,
    seed: UInt64,
  ) throws(SegmentError) {
    treatment = choice.outliers
    method = choice.outlierMethod
    let places = table.features.indices.filter { features.contains(table.features[$0].name) }
    guard treatment != .keep, !places.isEmpty, table.customers.count > 2 else { return }
    switch method {
    case .iqr, .robustZ: lookAtColumns(table, places)
    case .isolation: try lookAtRows(table, places, seed: seed)
    }
  }

  /// The table without the outliers where they are to be dropped.
  func dropping(from table: FeatureTable) -> FeatureTable {
    guard treatment == .drop, !found.isEmpty else { return table }
    let gone = Set(found.map(\.row))
    func keeping<Value>(_ values: [Value]) -> [Value] {
      values.indices.filter { !gone.contains($0) }.map { values[$0] }
    }
    var rest = table
    rest.customers = keeping(table.customers)
    for place in rest.features.indices {
      rest.features[place].values = keeping(table.features[place].values)
    }
    return rest
  }

  /// The table as the clustering sees it: far values brought to the nearest ordinary one.
  func winsorizing(_ table: FeatureTable) -> FeatureTable {
    guard treatment == .winsorize else { return table }
    var milder = table
    for place in milder.features.indices {
      guard let range = ranges[milder.features[place].name] else { continue }
      milder.features[place].values = milder.features[place].values.map { value in
        value.map { min(max($0, range.lowerBound), range.upperBound) }
      }
    }
    return milder
  }

  /// The dropped customers as rows of `rejected.csv`; no line, because a customer is many lines.
  func rejected(from table: FeatureTable) -> [RejectedLine] {
    guard treatment == .drop else { return [] }
    return found.map { outlier in
      RejectedLine(
        line: 0,
        column: table.features[outlier.feature].name,
        value: table.customers[outlier.row].text,
        rule: "outlier",
      )
    }
  }
}

// MARK: - Looking

extension Outliers {
  private mutating func lookAtColumns(_ table: FeatureTable, _ places: [Int]) {
    var farthest: [Int: (feature: Int, distance: Double)] = [:]
    for place in places {
      let feature = table.features[place]
      let summary = Summary(feature.present)
      guard let (center, reach) = reach(summary) else { continue }
      ranges[feature.name] = (center - reach)...(center + reach)
      for (row, value) in feature.values.enumerated() {
        guard let distance = value.map({ ($0 - center).magnitude / reach }), distance > 1,
          distance > farthest[row]?.distance ?? 1
        else { continue }
        farthest[row] = (place, distance)
      }
    }
    found = farthest.sorted { $0.key < $1.key }.map { (row: $0.key, feature: $0.value.feature) }
  }

  /// The middle of a feature and how far from it a value is still ordinary.
  private func reach(_ summary: Summary) -> (center: Double, reach: Double)? {
    let center: Double
    let reach: Double
    switch method {
    case .iqr:
      let (q25, q75) = (summary.quantile(0.25), summary.quantile(0.75))
      center = (q25 + q75) / 2
      reach = (0.5 + Self.farOut) * (q75 - q25)
    case .robustZ, .isolation:
      center = summary.median
      let deviations = Summary(summary.sorted.map { ($0 - center).magnitude })
      reach = Self.mostDeviations * 1.482_602_218_505_602 * deviations.median
    }
    return reach > 0 ? (center, reach) : nil
  }

  private mutating func lookAtRows(
    _ table: FeatureTable,
    _ places: [Int],
    seed: UInt64,
  ) throws(SegmentError) {
    let columns = places.map { place in
      let median = Summary(table.features[place].present).median
      return table.features[place].values.map { $0 ?? median }
    }
    let matrix = try computed { () throws(ClusterError) in try Matrix(columns: columns) }
    var generator = SeededGenerator.derived(from: seed, tag: "isolation")
    let scores = IsolationForest(matrix).scores(&generator)
    let rows = scores.indices.filter { scores[$0] > Self.mostIsolated }
    guard rows.count < scores.count else { return }
    let gone = Set(rows)
    for (place, column) in zip(places, columns) {
      let kept = column.indices.filter { !gone.contains($0) }.map { column[$0] }
      if let low = kept.min(), let high = kept.max() {
        ranges[table.features[place].name] = low...high
      }
    }
    let ranks = columns.map { Summary($0) }
    found = rows.map { row in
      let extremes = columns.indices.map { place in
        let below = Double(ranks[place].count(below: columns[place][row]))
        return (below / Double(scores.count) - 0.5).magnitude
      }
      let farthest = extremes.indices.max { extremes[$0] < extremes[$1] } ?? 0
      return (row: row, feature: places[farthest])
    }
  }
}
