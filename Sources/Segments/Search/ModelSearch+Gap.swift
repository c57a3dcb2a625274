import Clusters

extension ModelSearch {
  /// The gap statistic of every k-means trial, on at most 10 000 customers chosen by hash.
  func measureGaps(
    of outcome: inout SearchOutcome,
    on input: ClusterInput,
    keys: [Key],
  ) throws(SegmentError) {
    let places = outcome.trials.indices.filter { outcome.trials[$0].method == "kmeans" }
    let counts = places.map { outcome.trials[$0].k }
    guard let low = counts.min(), let high = counts.max() else { return }
    let rows = Sample.rows(Self.mostGapRows, of: keys)
    let columns = input.scaled.columns.map { column in rows.map { column[$0] } }
    // From 1 on, so that "no groups at all" may win.
    let gaps = try computed { () throws(ClusterError) in
      let matrix = OrderedMatrix(try Matrix(columns: columns))
      return try GapStatistic(of: matrix, k: min(1, low)...high, seed: seed)
    }
    let count = gaps.count(by: .firstWithinError)
    for place in places {
      let k = outcome.trials[place].k
      guard let point = gaps.points.first(where: { $0.k == k }) else { continue }
      outcome.trials[place].gap = .init(
        gap: point.gap,
        error: point.error,
        isChosen: point.k == count,
      )
    }
  }

  /// More customers do not change the curve, but the references cost a search each.
  static var mostGapRows: Int { 10_000 }
}
