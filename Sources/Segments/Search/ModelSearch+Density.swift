import Clusters

extension ModelSearch {
  /// Density clustering with the configured radius, or the one at the knee of the distance curve.
  func addDBSCAN(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout SearchOutcome,
  ) throws(SegmentError) {
    let minPoints =
      choice.parameters["min-points"].map { Int($0) }
      ?? DBSCAN.defaultMinPoints(rows: matrix.rowCount, columns: matrix.columnCount)
    guard minPoints < matrix.rowCount else {
      outcome.skip(
        choice,
        "too-few-for-density",
        why: "There are fewer customers than one dense place needs."
      )
      return
    }
    let distances = try computed { () throws(ClusterError) in
      try KDistance(of: matrix, minPoints: minPoints)
    }
    let eps = choice.parameters["eps"] ?? distances.proposedEps
    outcome.kDistance = curve(distances, minPoints: minPoints, eps: eps)
    guard let eps, eps > 0 else {
      outcome.skip(
        choice,
        "no-knee",
        why: "The distance curve has no knee, so no radius could be proposed."
      )
      return
    }
    let fit = try computed { () throws(ClusterError) in
      try DBSCAN(eps: eps, minPoints: minPoints).fit(matrix)
    }
    outcome.trials.append(
      Trial(
        method: "dbscan",
        parameters: ["eps": eps, "min-points": Double(minPoints)],
        partition: fit.partition,
        membership: .density(isCore: fit.isCore),
        refit: { rows, share throws(ClusterError) in
          try DBSCAN(eps: eps, minPoints: Self.scaled(minPoints, by: share)).fit(rows.matrix)
            .partition
        },
      )
    )
  }

  private func curve(
    _ distances: KDistance,
    minPoints: Int,
    eps: Double?,
  ) -> SegmentReport.KDistanceCurve {
    let points = min(200, distances.distances.count)
    let shares = (0..<points).map { Double($0) / Double(max(1, points - 1)) }
    let summary = Summary(sorted: distances.distances)
    return SegmentReport.KDistanceCurve(
      minPoints: minPoints,
      shares: shares,
      distances: shares.map { summary.quantile($0) },
      knee: distances.knee?.eps,
      eps: eps,
    )
  }

  /// Density clustering of groups of any density; a group holds at least one customer in a hundred.
  func addHDBSCAN(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout SearchOutcome,
  ) throws(SegmentError) {
    let smallest =
      choice.parameters["min-cluster-size"].map { Int($0) } ?? max(5, matrix.rowCount / 100)
    let minPoints = choice.parameters["min-points"].map { Int($0) }
    guard 2 * smallest <= matrix.rowCount, (minPoints ?? 1) < matrix.rowCount else {
      return outcome.skip(
        choice,
        "too-few-for-groups",
        why: "There are fewer customers than two groups need."
      )
    }
    let method = HDBSCAN(
      minClusterSize: smallest,
      minPoints: minPoints ?? min(smallest, 50),
      selection: choice.words["selection"].flatMap(HDBSCAN.Selection.init) ?? .excessOfMass,
      allowSingleCluster: choice.words["single-cluster"] == "allow",
    )
    let fit = try computed { () throws(ClusterError) in try method.fit(matrix) }
    outcome.trials.append(
      Trial(
        method: choice.method,
        parameters: [
          "min-cluster-size": Double(method.minClusterSize),
          "min-points": Double(method.minPoints),
        ],
        partition: fit.partition,
        membership: .strengths(fit.memberships),
        refit: { rows, share throws(ClusterError) in
          var method = method
          method.minClusterSize = Self.scaled(method.minClusterSize, by: share)
          method.minPoints = Self.scaled(method.minPoints, by: share)
          return try method.fit(rows.matrix).partition
        },
        variant: method.selection.rawValue,
      )
    )
  }

  /// A count of rows that means the same among a share of them.
  private static func scaled(_ count: Int, by share: Double) -> Int {
    max(2, Int((Double(count) * share).rounded()))
  }
}
