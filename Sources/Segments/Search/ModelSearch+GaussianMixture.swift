import Clusters

extension ModelSearch {
  /// Gaussian mixtures for every number of components, with full covariances unless told otherwise.
  ///
  /// Two starts each: more find a better likelihood once in a while, hardly ever other segments.
  func addMixtures(
    _ choice: MethodChoice,
    on matrix: OrderedMatrix,
    to outcome: inout SearchOutcome,
  ) throws(SegmentError) {
    let shape = choice.words["covariance"].flatMap(CovarianceShape.init) ?? .full
    for k in counts(for: choice, rows: matrix.rowCount) {
      if observer.wantsStop { throw .stopped(.search) }
      let fit = try computed { () throws(ClusterError) in
        try GaussianMixture(k: k, covariance: shape, seed: seed, starts: 2).fit(matrix)
      }
      // A component that nobody belongs to is no group.
      guard fit.partition.clusterCount == k else { continue }
      outcome.trials.append(
        Trial(
          method: choice.method,
          parameters: ["k": Double(k)],
          partition: fit.partition,
          membership: .mixture(fit),
          refit: { [seed] rows, _ throws(ClusterError) in
            try GaussianMixture(k: k, covariance: shape, seed: seed, starts: 1).fit(rows.matrix)
              .partition
          },
          variant: shape.rawValue,
          meanLogLikelihood: fit.meanLogLikelihood,
          bic: fit.bic,
          aic: fit.aic,
        )
      )
    }
  }
}
