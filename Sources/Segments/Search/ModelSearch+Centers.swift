import Clusters

extension ModelSearch {
  /// k-means for every number of clusters, with the curve of the elbow.
  func addKMeans(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout SearchOutcome,
  ) throws(SegmentError) {
    var elbow = SegmentReport.ElbowCurve(k: [], inertia: [], knee: nil)
    for k in counts(for: choice, rows: matrix.rowCount) {
      if observer.wantsStop { throw .stopped(.search) }
      let fit = try computed { () throws(ClusterError) in try KMeans(k: k, seed: seed).fit(matrix) }
      guard fit.partition.clusterCount == k else { break }
      outcome.trials.append(
        Trial(
          method: choice.method,
          parameters: ["k": Double(k)],
          partition: fit.partition,
          membership: .nearestCenter(fit.centers),
          refit: { [seed] rows, _ throws(ClusterError) in
            try KMeans(k: k, seed: seed).fit(rows.matrix).partition
          },
          inertia: fit.inertia,
        )
      )
      elbow.k.append(k)
      elbow.inertia.append(fit.inertia)
    }
    elbow.knee = Elbow.knee(k: elbow.k, inertia: elbow.inertia)
    if !elbow.k.isEmpty { outcome.elbow = elbow }
  }

  /// k-means on small batches, for the very large.
  func addMiniBatch(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout SearchOutcome,
  ) throws(SegmentError) {
    for k in counts(for: choice, rows: matrix.rowCount) {
      if observer.wantsStop { throw .stopped(.search) }
      let fit = try computed { () throws(ClusterError) in
        try MiniBatchKMeans(k: k, seed: seed).fit(matrix)
      }
      guard fit.partition.clusterCount == k else { break }
      outcome.trials.append(
        Trial(
          method: choice.method,
          parameters: ["k": Double(k)],
          partition: fit.partition,
          membership: .nearestCenter(fit.centers),
          refit: { [seed] rows, _ throws(ClusterError) in
            try MiniBatchKMeans(k: k, seed: seed).fit(rows.matrix).partition
          },
          inertia: fit.inertia,
        )
      )
    }
  }

  /// Ward's tree of all rows, cut at every number of clusters.
  func addWard(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout SearchOutcome,
  ) throws(SegmentError) {
    guard matrix.rowCount <= Self.mostWardRows else {
      let why = "The tree of more than \(Self.mostWardRows) customers takes too long to grow."
      return outcome.skip(choice, "too-many-rows", why: why)
    }
    let tree = try computed { () throws(ClusterError) in try WardTree(of: matrix) }
    for k in counts(for: choice, rows: matrix.rowCount) where k <= tree.distinctRowCount {
      let (partition, inertia) = try computed { () throws(ClusterError) in
        (try tree.partition(k: k), try tree.inertia(k: k))
      }
      outcome.trials.append(
        Trial(
          method: choice.method,
          parameters: ["k": Double(k)],
          partition: partition,
          membership: .nearestMean,
          refit: { rows, _ throws(ClusterError) in try rows.wardTree().partition(k: k) },
          inertia: inertia,
        )
      )
    }
    outcome.dendrogram = SegmentReport.Dendrogram(tree.dendrogram(last: 30))
  }

  /// Above, growing the whole tree would cost minutes.
  static var mostWardRows: Int { 500_000 }
}
