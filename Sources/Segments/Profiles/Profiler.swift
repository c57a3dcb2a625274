/// Describes features over all customers and within each segment.
struct Profiler {
  let table: FeatureTable
  let groups: SegmentGroups
  let clustered: Set<String>
  let entries: [FeatureEntry]
  private let summaries: [Summary]
  private let bins: [Bins]
  private let logBins: [LogBins?]
  /// [feature][segment id], summaries of the segments' members.
  private let within: [[Summary]]

  init(
    table: FeatureTable,
    groups: SegmentGroups,
    clustered: [String],
    entries: [FeatureEntry] = []
  ) {
    self.table = table
    self.groups = groups
    self.clustered = Set(clustered)
    self.entries = entries
    summaries = table.features.map { Summary($0.present) }
    bins = summaries.map { Bins($0) }
    logBins = summaries.map { LogBins($0) }
    within = table.features.map { feature in
      groups.members.map { rows in Summary(rows.compactMap { feature.values[$0] }) }
    }
  }

  func features() -> [SegmentReport.Feature] {
    table.features.indices.map { feature(at: $0) }
  }

  private func feature(at place: Int) -> SegmentReport.Feature {
    let (column, summary) = (table.features[place], summaries[place])
    let binned = bins[place].counts(summary)
    var distinct = Set<Double>()
    for value in summary.sorted where distinct.count < 1_000 { distinct.insert(value) }
    return SegmentReport.Feature(
      name: column.name,
      unit: column.unit,
      role: column.role?.rawValue,
      clustered: clustered.contains(column.name),
      reason: entries.first { $0.name == column.name }?.reason,
      n: summary.count,
      missing: column.values.count - summary.count,
      mean: summary.mean,
      median: summary.median,
      sd: summary.sd,
      min: summary.min,
      max: summary.max,
      sum: summary.sum,
      skewness: summary.skewness,
      zeros: summary.count(upTo: 0) - summary.count(below: 0),
      negatives: summary.count(below: 0),
      isWhole: summary.sorted.allSatisfy { $0 == $0.rounded() },
      distinct: distinct.count,
      quantiles: summary.percentiles,
      histogram: SegmentReport.Histogram(
        start: bins[place].start,
        width: bins[place].width,
        counts: binned.counts,
        below: binned.below,
        above: binned.above,
      ),
      box: summary.box,
      separation: separation(at: place),
      concentration: column.name == table.valueFeature ? summary.concentration : nil,
      logHistogram: logHistogram(at: place),
    )
  }

  private func logHistogram(at place: Int) -> SegmentReport.LogHistogram? {
    logBins[place].map { bins in
      let binned = bins.counts(summaries[place])
      return SegmentReport.LogHistogram(
        first: bins.first,
        perDecade: bins.perDecade,
        counts: binned.counts,
        below: binned.below,
        above: binned.above,
      )
    }
  }

  /// η²: the share of a feature's variance that lies between segments.
  private func separation(at place: Int) -> Double? {
    let segments = within[place].dropFirst().filter { $0.count > 0 }
    let n = segments.reduce(0) { $0 + $1.count }
    guard segments.count >= 2, n > 0 else { return nil }
    let mean = segments.reduce(0) { $0 + $1.sum } / Double(n)
    let between = segments.reduce(0) { sum, segment in
      sum + Double(segment.count) * (segment.mean - mean) * (segment.mean - mean)
    }
    let inside = segments.reduce(0) { $0 + $1.sd * $1.sd * Double(max(0, $1.count - 1)) }
    return between + inside > 0 ? between / (between + inside) : nil
  }

  /// Segments without a name yet, in the order of their ids.
  func segments() -> [SegmentReport.Segment] {
    let value = table.valueFeature.flatMap { name in
      table.features.firstIndex { $0.name == name }
    }
    let total = value.map { summaries[$0].sum }
    return (1...max(1, groups.count)).prefix(groups.count).map { id in
      let worth = value.map { within[$0][id].sum }
      return SegmentReport.Segment(
        id: id,
        letter: Self.letter(id),
        name: "",
        traits: traits(of: id),
        why: "",
        size: groups.members[id].count,
        share: share(groups.members[id].count),
        value: worth,
        valueShare: total.flatMap { $0 > 0 ? (worth ?? 0) / $0 : nil },
        stability: nil,
        continuity: nil,
        features: keyed { segmentFeature(at: $0, id) },
        histograms: keyed { place in
          let binned = bins[place].counts(within[place][id])
          return SegmentReport.SegmentHistogram(
            counts: binned.counts,
            below: binned.below,
            above: binned.above,
          )
        },
        logHistograms: keyed { logBins[$0]?.counts(within[$0][id]) }.compactMapValues(\.self),
        totals: keyed { within[$0][id].sum },
        actions: [],
      )
    }
  }

  var noise: SegmentReport.Noise {
    let size = groups.members.first?.count ?? 0
    return SegmentReport.Noise(size: size, share: share(size))
  }

  /// The features in which a segment differs from the average customer, strongest first.
  private func traits(of id: Int) -> [SegmentReport.Trait] {
    table.features.indices
      // What most of a segment's customers do not have says nothing about the segment.
      .filter { 2 * within[$0][id].count >= groups.members[id].count }
      .map { ($0, z(at: $0, id)) }
      .filter { $0.1.magnitude >= 0.25 }
      .sorted { left, right in
        let (a, b) = (isClustered(left.0), isClustered(right.0))
        if a != b { return a }
        return left.1.magnitude == right.1.magnitude
          ? left.0 < right.0 : left.1.magnitude > right.1.magnitude
      }
      .map { place, z in
        SegmentReport.Trait(
          feature: table.features[place].name,
          level: z > 0 ? "high" : "low",
          z: z,
        )
      }
  }

  private func isClustered(_ place: Int) -> Bool { clustered.contains(table.features[place].name) }

  private func z(at place: Int, _ id: Int) -> Double {
    let all = summaries[place]
    return all.sd > 0 && within[place][id].count > 0
      ? (within[place][id].mean - all.mean) / all.sd : 0
  }

  private func segmentFeature(at place: Int, _ id: Int) -> SegmentReport.SegmentFeature {
    let summary = within[place][id]
    let box = summary.box
    return SegmentReport.SegmentFeature(
      n: summary.count,
      mean: summary.mean,
      median: summary.median,
      sd: summary.sd,
      min: summary.min,
      max: summary.max,
      q25: box.q25,
      q75: box.q75,
      z: z(at: place, id),
      box: box,
      quantiles: summary.percentiles,
    )
  }

  private func keyed<Value>(_ value: (Int) -> Value) -> [String: Value] {
    Dictionary(
      table.features.indices.map { (table.features[$0].name, value($0)) },
      uniquingKeysWith: { first, _ in first },
    )
  }

  private func share(_ size: Int) -> Double {
    table.customers.isEmpty ? 0 : Double(size) / Double(table.customers.count)
  }

  /// The letter of a segment: A to Z, then AA, AB and so on.
  static func letter(_ id: Int) -> String {
    var (rest, letters) = (id, "")
    while rest > 0 {
      let place = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
