import Foundation

@testable import Segments

extension SampleReport {
  private typealias Report = SegmentReport

  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    guard low + 1 < sorted.count else { return last }
    return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
  }

  private func box(_ sorted: [Double]) -> SegmentReport.Box {
    let (q25, q75) = (Self.quantile(sorted, 0.25), Self.quantile(sorted, 0.75))
    let reach = 1.5 * (q75 - q25)
    let inside = sorted.filter { $0 >= q25 - reach && $0 <= q75 + reach }
    return .init(
      low: inside.first ?? 0,
      q25: q25,
      median: Self.quantile(sorted, 0.5),
      q75: q75,
      high: inside.last ?? 0,
      below: sorted.count { $0 < q25 - reach },
      above: sorted.count { $0 > q75 + reach }
    )
  }

  private func moments(_ values: [Double]) -> (mean: Double, sd: Double) {
    guard !values.isEmpty else { return (0, 0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (sum / Double(max(1, values.count - 1))).squareRoot())
  }

  private func histogram(_ values: [Double]) -> SegmentReport.Histogram {
    let sorted = values.sorted()
    let (low, high) = (Self.quantile(sorted, 0.005), Self.quantile(sorted, 0.995))
    guard high > low else {
      return .init(start: low, width: 1, counts: [values.count], below: 0, above: 0)
    }
    let width = (high - low) / 20
    return .init(
      start: low,
      width: width,
      counts: counts(values, low, width),
      below: values.count { $0 < low },
      above: values.count { $0 > high }
    )
  }

  private func counts(_ values: [Double], _ low: Double, _ width: Double) -> [Int] {
    var counts = [Int](repeating: 0, count: 20)
    for value in values {
      let bin = Int(((value - low) / width).rounded(.down))
      if (0..<20).contains(bin) { counts[bin] += 1 }
    }
    return counts
  }

  private func concentration(_ sorted: [Double]) -> [Double]? {
    let total = sorted.reduce(0, +)
    guard total > 0 else { return nil }
    return (0...100).map { share in
      let count = Int((Double(sorted.count) * Double(share) / 100).rounded())
      return sorted.suffix(count).reduce(0, +) / total
    }
  }

  func feature(_ column: Column, _ values: [Double], _ owners: [Int]) -> SegmentReport.Feature {
    let sorted = values.sorted()
    let (mean, sd) = moments(values)
    return .init(
      name: column.name,
      unit: column.unit,
      role: column.role,
      clustered: column.unit != nil,
      n: values.count,
      missing: column.name == "loyalty_points" ? 12 : 0,
      mean: mean,
      median: Self.quantile(sorted, 0.5),
      sd: sd,
      min: sorted.first ?? 0,
      max: sorted.last ?? 0,
      sum: values.reduce(0, +),
      skewness: 0,
      zeros: values.count { $0 == 0 },
      negatives: values.count { $0 < 0 },
      isWhole: values.allSatisfy { $0 == $0.rounded() },
      distinct: min(1000, Set(values).count),
      quantiles: (0...100).map { Self.quantile(sorted, Double($0) / 100) },
      histogram: histogram(values),
      box: box(sorted),
      separation: segments > 1 && sd > 0 ? 0.42 : nil,
      concentration: column.role == "spend" ? concentration(sorted) : nil
    )
  }

  func part(
    _ id: Int,
    _ size: Int,
    _ values: [[Double]],
    _ owners: [Int],
    _ features: [SegmentReport.Feature]
  ) -> SegmentReport.Segment {
    var facts: [String: SegmentReport.SegmentFeature] = [:]
    var histograms: [String: SegmentReport.SegmentHistogram] = [:]
    var totals: [String: Double] = [:]
    for (feature, column) in zip(features, values) {
      let own = zip(column, owners).filter { $0.1 == id }.map(\.0)
      let sorted = own.sorted()
      let (mean, sd) = moments(own)
      facts[feature.name] = .init(
        n: own.count,
        mean: mean,
        median: Self.quantile(sorted, 0.5),
        sd: sd,
        min: sorted.first ?? 0,
        max: sorted.last ?? 0,
        q25: Self.quantile(sorted, 0.25),
        q75: Self.quantile(sorted, 0.75),
        z: feature.sd > 0 ? (mean - feature.mean) / feature.sd : 0,
        box: box(sorted),
        quantiles: (0...100).map { Self.quantile(sorted, Double($0) / 100) }
      )
      histograms[feature.name] = .init(
        counts: feature.histogram.counts.count == 20
          ? counts(own, feature.histogram.start, feature.histogram.width) : [own.count],
        below: 0,
        above: 0
      )
      totals[feature.name] = own.reduce(0, +)
    }
    let members = values.map { column in zip(column, owners).filter { $0.1 == id }.map(\.0) }
    let value = columns.first { $0.role == "spend" }.flatMap { totals[$0.name] }
    let sum = features.first { $0.role == "spend" }?.sum ?? 0
    let letter = String(UnicodeScalar(UInt8(64 + id)))
    return .init(
      id: id,
      letter: letter,
      name: names?[(id - 1) % (names?.count ?? 1)]
        ?? (segments == 1 ? "All customers" : "Group number \(id)"),
      traits: [],
      naming: names == nil && segments > 1 ? naming(id) : nil,
      why: "",
      size: size,
      share: Double(size) / Double(max(1, customers)),
      value: value,
      valueShare: value.flatMap { sum > 0 ? $0 / sum : nil },
      stability: nil,
      continuity: nil,
      features: facts,
      histograms: histograms,
      totals: totals,
      actions: segments > 1 ? ["Do what the table says for group \(id)."] : [],
      components: components(size),
      correlations: correlations(members).pearson
    )
  }

  /// Every way in which a name can be made, one after the other.
  private func naming(_ id: Int) -> SegmentReport.NameFacts {
    func trait(_ place: Int, _ level: String) -> SegmentReport.Trait {
      .init(feature: columns[place % max(1, columns.count)].name, level: level, z: 1)
    }
    let kinds: [(String, [SegmentReport.Trait])] = [
      ("champions", []), ("two-traits", [trait(0, "high"), trait(1, "low")]),
      ("somewhat", [trait(2, "low")]), ("two-traits", [trait(1, "low"), trait(2, "low")]),
      ("typical-trait", [trait(0, "high")]), ("trait", [trait(3, "high")]),
    ]
    let (rule, traits) = kinds[(id - 1) % kinds.count]
    return .init(
      rule: rule,
      traits: traits,
      group: id > kinds.count ? String(UnicodeScalar(UInt8(64 + id))) : nil,
      action: ["champions", "at-risk", "new-customers"][id % 3]
    )
  }

  /// Directions of no real customers, as many as there are features on the map.
  private func components(_ size: Int) -> SegmentReport.Components? {
    let count = min(3, columns.count)
    guard size > 4, count > 2, hasMap else { return nil }
    let shares = [0.6, 0.3, 0.1]
    let loadings = [[0.8, -0.6, 0.1], [0.5, 0.7, -0.4], [-0.2, 0.1, 0.9]]
    return SegmentReport.Components(explainedVariance: shares, loadings: loadings)
  }

  func correlations(_ values: [[Double]]) -> SegmentReport.Correlations {
    let matrix = values.map { one in
      values.map { other -> Double? in
        let (a, b) = (moments(one), moments(other))
        guard a.sd > 0, b.sd > 0 else { return nil }
        let sum = zip(one, other).reduce(0) { $0 + ($1.0 - a.mean) * ($1.1 - b.mean) }
        return sum / Double(max(1, one.count - 1)) / a.sd / b.sd
      }
    }
    return .init(pearson: matrix, spearman: matrix, kendall: matrix)
  }

  func candidates(_ sizes: [Int]) -> [SegmentReport.CandidateFacts] {
    guard segments > 1 else { return [] }
    let means = (2...10).map { k -> SegmentReport.CandidateFacts in
      let score = 0.3 + 0.1 / Double(k)
      return SegmentReport.CandidateFacts(
        method: "kmeans",
        parameters: ["k": Double(k)],
        k: k,
        sizes: k == segments ? sizes.sorted(by: >) : [customers / 2, customers / 2],
        noise: 0,
        silhouette: score,
        silhouetteOfAll: score,
        daviesBouldin: 1 + 0.01 * Double(k),
        calinskiHarabasz: 20_000 / Double(k),
        inertia: 1e5 / Double(k),
        skipped: nil,
        chosen: k == segments
      )
    }
    let others = ["gmm", "ward"].map { method in
      SegmentReport.CandidateFacts(
        method: method,
        parameters: [:],
        k: nil,
        sizes: [],
        noise: 0,
        silhouette: nil,
        silhouetteOfAll: nil,
        daviesBouldin: nil,
        calinskiHarabasz: nil,
        inertia: nil,
        skipped: "This version does not have the method yet.",
        chosen: false
      )
    }
    return means + others
  }

  func curves() -> SegmentReport.Curves {
    guard segments > 1 else {
      return .init(kDistance: nil, elbow: nil, silhouetteProfiles: [], dendrogram: nil)
    }
    let shares = (0..<100).map { Double($0) / 99 }
    let distances = shares.map { 0.1 + pow($0, 12) }
    let inertia = (2...10).map { 1e5 / Double($0) }
    return .init(
      kDistance: .init(
        minPoints: 6,
        shares: shares,
        distances: distances,
        knee: 0.3,
        eps: 0.3
      ),
      elbow: .init(k: Array(2...10), inertia: inertia, knee: 4),
      silhouetteProfiles: (1...segments).map(profile),
      dendrogram: tree()
    )
  }

  /// Thirty merges of as many customers as there are, neighbors first.
  private func tree() -> SegmentReport.Dendrogram {
    let leaves = 31
    let counts = (0..<leaves).map { customers / leaves + ($0 < customers % leaves ? 1 : 0) }
    var roots = counts.indices.map { (number: $0, count: counts[$0]) }
    var merges: [SegmentReport.Dendrogram.Merge] = []
    while roots.count > 1 {
      let place = merges.count * 7 % (roots.count - 1)
      let (left, right) = (roots[place], roots[place + 1])
      let height = 3 + pow(1.18, Double(merges.count))
      let count = left.count + right.count
      merges.append(.init(left: left.number, right: right.number, height: height, count: count))
      roots.replaceSubrange(place...place + 1, with: [(leaves + merges.count - 1, count)])
    }
    return .init(merges: merges, leafCounts: counts)
  }

  private func profile(_ id: Int) -> SegmentReport.SilhouetteProfile {
    let slope = 0.5 + 0.02 * Double(id)
    let values = (0..<200).map { 0.7 - Double($0) / 200 * slope }
    return .init(segment: id, values: values, mean: 0.4, negativeShare: 0.03)
  }

  func choice() -> SegmentReport.ChoiceFacts {
    segments > 1
      ? .init(
        method: "kmeans",
        parameters: ["k": Double(segments)],
        k: segments,
        rule: "highest-merit",
        numbers: ["silhouetteOfAll": 0.41, "candidates": 9, "weakest": 0.81, "alike": 2],
        why: "w"
      )
      : .init(
        method: "none",
        parameters: [:],
        k: nil,
        rule: "too-few-customers",
        numbers: ["customers": Double(customers), "limit": 20],
        why: "w"
      )
  }

  func map(_ values: [[Double]], _ owners: [Int]) -> SegmentReport.CustomerMap? {
    guard values.count > 2, customers > 0 else { return nil }
    let features = columns.prefix(3).map(\.name)
    let places = owners.indices.map { index -> (Double, Double) in
      (Double(owners[index]) / Double(segments) + values[2][index] / 1000, values[1][index] / 10)
    }
    var cells = [Int: [Int]]()
    for (index, place) in places.enumerated() {
      let column = min(63, max(0, Int(place.0 * 30)))
      let row = min(63, max(0, Int(place.1 * 40)))
      cells[owners[index], default: [Int](repeating: 0, count: 64 * 64)][row * 64 + column] += 1
    }
    let layers = cells.sorted { $0.key < $1.key }.map { id, counts in
      SegmentReport.SegmentCells(segment: id, runs: counts.flatMap { [1, $0] })
    }
    return .init(
      features: features,
      axes: [
        .init(low: 0, high: 2, variance: 0.6, loadings: [0.7, 0.5, -0.4], below: 0, above: 3),
        .init(low: 0, high: 1.6, variance: 0.3, loadings: [0.1, 0.2, 0.9], below: 0, above: 0),
      ],
      explainedVariance: [0.6, 0.3, 0.1],
      columns: 64,
      rows: 64,
      cells: layers,
      points: places.enumerated().prefix(5000).map { .init(x: $1.0, y: $1.1, segment: owners[$0]) },
      centers: (1...segments).map { id in
        .init(segment: id, x: Double(id) / Double(segments), y: 0.5, xx: 0.01, xy: 0.002, yy: 0.02)
      },
      rivals: rivals(layers)
    )
  }

  /// Two other candidates, which find parts of the same groups.
  private func rivals(_ layers: [SegmentReport.SegmentCells]) -> [SegmentReport.RivalMap] {
    let candidates = [0, 1].filter { segments > 1 && $0 != segments - 2 }
    return candidates.map { candidate in
      .init(candidate: candidate, columns: 64, rows: 64, cells: Array(layers.prefix(3)))
    }
  }
}
