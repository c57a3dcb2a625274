import Clusters

/// Fits every candidate the configuration asks for, then scores all of them on the same rows.
struct ModelSearch {
  let selection: SelectionChoice
  let seed: UInt64
  let observer: any PipelineObserver

  /// Trials on a matrix whose rows have these keys (samples are drawn by a hash of the key).
  func trials(on input: ClusterInput, keys: [Key]) throws(SegmentError) -> SearchOutcome {
    var outcome = SearchOutcome()
    for choice in selection.methods {
      if observer.wantsStop { throw .stopped(.search) }
      switch choice.method {
      case "kmeans": try addKMeans(choice, on: input.ordered, to: &outcome)
      case "minibatch": try addMiniBatch(choice, on: input.ordered, to: &outcome)
      case "gmm": try addMixtures(choice, on: input.ordered, to: &outcome)
      case "ward": try addWard(choice, on: input.ordered, to: &outcome)
      case "dbscan": try addDBSCAN(choice, on: input.ordered, to: &outcome)
      case "hdbscan": try addHDBSCAN(choice, on: input.ordered, to: &outcome)
      default: outcome.skip(choice, "unknown-method", why: "There is no such method.")
      }
    }
    if observer.wantsStop { throw .stopped(.search) }
    if selection.by == .gap { try measureGaps(of: &outcome, on: input, keys: keys) }
    try score(&outcome, on: input, keys: keys)
    return outcome
  }

  /// The numbers of clusters to try: the configured range, or the method's own number.
  func counts(for choice: MethodChoice, rows: Int) -> [Int] {
    let fixed = choice.parameters["k"].map { Int($0) }
    let (low, high) = (fixed ?? selection.smallestK, fixed ?? selection.largestK)
    return (low...max(low, high)).filter { $0 < rows }
  }

  /// Scores all partitions in one pass over pairs, on all rows or on the sample the report names.
  func score(
    _ outcome: inout SearchOutcome,
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
