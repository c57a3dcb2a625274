import Clusters

extension ModelSearch {
  /// Gaussian mixtures with full covariances for every number of components.
  ///
  /// Two starts each: more find a better likelihood once in a while, hardly ever other segments.
  func addMixtures(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout SearchOutcome,
  ) throws(SegmentError) {
    for k in counts(for: choice, rows: matrix.rowCount) {
      if observer.wantsStop { throw .stopped(.search) }
      let fit = try computed { () throws(ClusterError) in
        try GaussianMixture(k: k, seed: seed, starts: 2).fit(matrix)
      }
      // A component that nobody belongs to is no group.
      guard fit.partition.clusterCount == k else { continue }
      outcome.trials.append(
        Trial(
          method: choice.method,
          parameters: ["k": Double(k)],
          partition: fit.partition,
          membership: .mixture(fit),
          meanLogLikelihood: fit.meanLogLikelihood,
          bic: fit.bic,
        )
      )
    }
  }
}
