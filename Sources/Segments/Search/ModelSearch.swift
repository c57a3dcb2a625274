import Clusters

/// Fits every candidate the configuration asks for, then scores all of them on the same rows.
struct ModelSearch {
  let selection: SelectionChoice
  let seed: UInt64
  let observer: any PipelineObserver

  /// What a search leaves: trials in a fixed order, methods that were skipped, curves.
  struct Outcome {
    var trials: [Trial] = []
    var skipped: [SkippedTrial] = []
    var kDistance: SegmentReport.KDistanceCurve?
    var elbow: SegmentReport.ElbowCurve?
    /// The rows all scores are made on; `nil` for all.
    var scoredRows: [Int]?
    /// Silhouettes of the scored rows, one list a trial.
    var silhouettes: [[Double]] = []
  }

  /// Trials on a matrix whose rows have these keys (samples are drawn by a hash of the key).
  func trials(on input: ClusterInput, keys: [Key]) throws(SegmentError) -> Outcome {
    var outcome = Outcome()
    for choice in selection.methods {
      if observer.wantsStop { throw .stopped(.search) }
      switch choice.method {
      case "kmeans": try addKMeans(choice, on: input.ordered, to: &outcome)
      case "dbscan": try addDBSCAN(choice, on: input.ordered, to: &outcome)
      default:
        outcome.skipped.append(
          SkippedTrial(
            method: choice.method,
            parameters: choice.parameters,
            why: "This version does not have the method yet.",
          )
        )
      }
    }
    if observer.wantsStop { throw .stopped(.search) }
    try score(&outcome, on: input, keys: keys)
    return outcome
  }

  private func addKMeans(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout Outcome,
  ) throws(SegmentError) {
    let fixed = choice.parameters["k"].map { Int($0) }
    let range = (fixed ?? selection.smallestK)...max(fixed ?? selection.largestK, fixed ?? 2)
    var elbow = SegmentReport.ElbowCurve(k: [], inertia: [], knee: nil)
    for k in range where k < matrix.rowCount {
      if observer.wantsStop { throw .stopped(.search) }
      let fit = try computed { () throws(ClusterError) in try KMeans(k: k, seed: seed).fit(matrix) }
      guard fit.partition.clusterCount == k else { break }
      outcome.trials.append(
        Trial(
          method: "kmeans",
          parameters: ["k": Double(k)],
          partition: fit.partition,
          inertia: fit.inertia,
          centers: fit.centers,
        )
      )
      elbow.k.append(k)
      elbow.inertia.append(fit.inertia)
    }
    elbow.knee = Elbow.knee(k: elbow.k, inertia: elbow.inertia)
    if !elbow.k.isEmpty { outcome.elbow = elbow }
  }

  private func addDBSCAN(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout Outcome,
  ) throws(SegmentError) {
    let minPoints =
      choice.parameters["min-points"].map { Int($0) }
      ?? DBSCAN.defaultMinPoints(rows: matrix.rowCount, columns: matrix.columnCount)
    guard minPoints < matrix.rowCount else {
      outcome.skipped.append(
        SkippedTrial(
          method: "dbscan",
          parameters: ["min-points": Double(minPoints)],
          why: "There are fewer customers than one dense place needs.",
        )
      )
      return
    }
    let distances = try computed { () throws(ClusterError) in
      try KDistance(of: matrix, minPoints: minPoints)
    }
    let eps = choice.parameters["eps"] ?? distances.proposedEps
    outcome.kDistance = curve(distances, minPoints: minPoints, eps: eps)
    guard let eps, eps > 0 else {
      outcome.skipped.append(
        SkippedTrial(
          method: "dbscan",
          parameters: ["min-points": Double(minPoints)],
          why: "The distance curve has no knee, so no radius could be proposed.",
        )
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
        isCore: fit.isCore,
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

  /// Scores all partitions in one pass over pairs, on all rows or on the sample the report names.
  private func score(
    _ outcome: inout Outcome,
    on input: ClusterInput,
    keys: [Key],
  ) throws(SegmentError) {
    guard !outcome.trials.isEmpty else { return }
    var (matrix, ordered) = (input.scaled, input.ordered)
    var partitions = outcome.trials.map(\.partition)
    if matrix.rowCount > selection.exactRows {
      let rows = Sample.rows(selection.exactRows, of: keys)
      outcome.scoredRows = rows
      let columns = matrix.columns.map { column in rows.map { column[$0] } }
      matrix = try computed { () throws(ClusterError) in try Matrix(columns: columns) }
      ordered = OrderedMatrix(matrix)
      partitions = partitions.map { partition in
        Partition(labels: rows.map { partition.labels[$0] }, on: ordered)
      }
    }
    outcome.silhouettes = Silhouette.samples(of: partitions, on: ordered)
    let cards = Scores.cards(for: partitions, on: matrix, samples: outcome.silhouettes)
    for place in outcome.trials.indices { outcome.trials[place].card = cards[place] }
  }
}

/// Samples of customers that every run and every machine draws alike.
enum Sample {
  /// The rows with the smallest key hashes, ascending.
  static func rows(_ count: Int, of keys: [Key]) -> [Int] {
    guard keys.count > count else { return Array(keys.indices) }
    let hashes = keys.map(\.sampleHash)
    return keys.indices
      .sorted { hashes[$0] == hashes[$1] ? keys[$0] < keys[$1] : hashes[$0] < hashes[$1] }
      .prefix(count)
      .sorted()
  }
}

/// Runs arithmetic of the room Clusters and hands its error on in our own words.
func computed<Result>(
  _ body: () throws(ClusterError) -> Result
) throws(SegmentError) -> Result {
  do {
    return try body()
  } catch {
    throw .computation(error.errorDescription)
  }
}
