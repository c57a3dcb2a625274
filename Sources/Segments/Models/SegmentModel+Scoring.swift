import Clusters

/// What a model says of one customer.
package struct Score: Sendable, Equatable {
  /// The segment's id; 0 for nobody's.
  package var segment: Int
  package var name: String
  package var confidence: Double
}

extension SegmentModel {
  /// The segment of each customer of a table, nothing refitted.
  ///
  /// Throws where the table lacks a feature of the model.
  package func scores(of table: FeatureTable) throws(SegmentError) -> [Score] {
    guard !table.customers.isEmpty else { return [] }
    guard method != "none", !features.isEmpty else {
      let only = segments.first
      return table.customers.map { _ in
        Score(segment: only?.id ?? 0, name: only?.name ?? "Unassigned", confidence: 1)
      }
    }
    let answers = try answers(for: scaled(table))
    return answers.map { cluster, confidence in
      guard let cluster, segments.indices.contains(cluster) else {
        return Score(segment: 0, name: "Unassigned", confidence: 0)
      }
      return Score(
        segment: segments[cluster].id,
        name: segments[cluster].name,
        confidence: (confidence * 10_000).rounded() / 10_000,
      )
    }
  }

  /// Distances of one customer to the center of each segment, in scaled values, nearest first.
  package func distances(
    of table: FeatureTable,
    at row: Int,
  ) throws(SegmentError) -> [(segment: Int, name: String, distance: Double)] {
    guard !centers.isEmpty else { return [] }
    let point = try scaled(table).row(row)
    return segments.indices.map { cluster in
      let square = zip(point, centers[cluster]).reduce(0.0) {
        $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
      }
      return (segments[cluster].id, segments[cluster].name, square.squareRoot())
    }.sorted { $0.distance == $1.distance ? $0.segment < $1.segment : $0.distance < $1.distance }
  }

  private func scaled(_ table: FeatureTable) throws(SegmentError) -> Matrix {
    var columns: [[Double]] = []
    for input in features {
      guard let feature = table.feature(named: input.name) else {
        throw .refused(.lacksFeature(input.name))
      }
      columns.append(feature.values.map { $0 ?? input.fill })
    }
    return try scaled(columns)
  }

  private func scaled(_ columns: [[Double]]) throws(SegmentError) -> Matrix {
    guard let method = ScalingMethod(rawValue: scaling) else {
      throw .unreadableReport("it uses a scaling this version does not know")
    }
    let powers = features.compactMap(\.power)
    let quantiles = features.compactMap(\.quantiles)
    let isWhole =
      (method != .power || powers.count == features.count)
      && (method != .quantile && method != .quantileNormal || quantiles.count == features.count)
    guard isWhole else { throw .unreadableReport("the model lacks numbers of its scaling") }
    let fitted = FittedScaling(
      method: method,
      centers: features.map(\.center),
      scales: features.map(\.scale),
      powers: powers,
      quantiles: quantiles,
    )
    return try computed { () throws(ClusterError) in
      fitted.apply(to: try Matrix(columns: columns))
    }
  }

  private func answers(for matrix: Matrix) throws(SegmentError) -> [(Int?, Double)] {
    if let mixture {
      let model = MixtureComponents(
        weights: mixture.weights,
        means: mixture.means,
        covariances: mixture.covariances,
      )
      let found = try computed { () throws(ClusterError) in try model.answers(for: matrix) }
      return found.map { ($0.component, $0.membership) }
    }
    if let core {
      let found = try nearest(core, matrix, within: core.radius ?? .infinity)
      return found.map { ($0.cluster, $0.cluster == nil ? 0 : $0.distance == 0 ? 1 : 0.5) }
    }
    let centered = try computed { () throws(ClusterError) in
      try NearestCenters(centers).answers(for: matrix)
    }
    var answers = centered.map { (Int?.some($0.cluster), $0.confidence) }
    guard let fitted else { return answers }
    try lookUp(fitted, matrix, &answers)
    return answers
  }

  /// Customers that were in the fit get what they have there; by HDBSCAN others get what their nearest
  /// neighbor has.
  private func lookUp(
    _ fitted: Points,
    _ matrix: Matrix,
    _ answers: inout [(Int?, Double)],
  ) throws(SegmentError) {
    let found = try nearest(fitted, matrix, within: .infinity)
    let memberships = fitted.memberships.map(NumberList.numbers)
    for row in answers.indices {
      let isKnown = found[row].distance == 0
      if method == "hdbscan" {
        let cluster = found[row].cluster
        let firmness = memberships?[found[row].point] ?? 1
        answers[row] = (cluster, cluster == nil ? 0 : isKnown ? firmness : firmness / 2)
      } else if isKnown {
        answers[row].0 = found[row].cluster
      }
    }
  }

  private func nearest(
    _ points: Points,
    _ matrix: Matrix,
    within radius: Double,
  ) throws(SegmentError) -> [NearestPoints.Answer] {
    let columns = points.columns.map(NumberList.numbers)
    let clusters = NumberList.numbers(points.clusters).map { Int32($0) }
    guard columns.count == features.count, columns.allSatisfy({ $0.count == clusters.count }) else {
      throw .unreadableReport("the points of the model are not whole")
    }
    guard !clusters.isEmpty else {
      return (0..<matrix.rowCount).map { _ in .init(cluster: nil, distance: .infinity, point: 0) }
    }
    let scaled = try scaled(columns)
    return try computed { () throws(ClusterError) in
      try NearestPoints(OrderedMatrix(scaled), clusters: clusters, within: radius)
        .answers(for: matrix)
    }
  }
}
