/// Explains the rows as draws from k normal distributions, and says how far each row belongs to each.
///
/// Starts from k-means and improves weights, means and covariances by expectation and maximization
/// until the mean log-likelihood of a row grows by less than the tolerance. The best of several
/// starts counts. Fewer distinct rows than k give as many components as there are distinct rows.
package struct GaussianMixture: Sendable, Equatable {
  package var k: Int
  package var covariance: CovarianceShape
  package var seed: UInt64
  /// How many k-means starts are tried; such as lead k-means to the same place are tried once.
  package var starts: Int
  /// Added to every variance, so that no component can shrink to a point.
  package var regularization: Double
  /// EM ends when a step raises the mean log-likelihood by less.
  package var tolerance: Double
  /// The most steps of one start.
  package var maximumIterations: Int

  package init(
    k: Int,
    covariance: CovarianceShape = .full,
    seed: UInt64 = 0,
    starts: Int = 5,
    regularization: Double = 1e-6,
    tolerance: Double = 1e-6,
    maximumIterations: Int = 1_000,
  ) {
    self.k = k
    self.covariance = covariance
    self.seed = seed
    self.starts = starts
    self.regularization = regularization
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  /// Fits the mixture to the rows of a matrix; for several fits, order the matrix once yourself.
  package func fit(_ matrix: Matrix) throws(ClusterError) -> GaussianMixtureFit {
    try fit(OrderedMatrix(matrix))
  }

  /// Fits the mixture to the rows of an ordered matrix.
  package func fit(_ matrix: OrderedMatrix) throws(ClusterError) -> GaussianMixtureFit {
    guard matrix.rowCount > 0 else { throw .noRows }
    guard k >= 1 else { throw .clusterCountOutOfRange(k) }
    guard starts >= 1 else { throw .startsOutOfRange(starts) }
    guard regularization.isFinite, regularization > 0 else {
      throw .regularizationOutOfRange(regularization)
    }
    guard tolerance.isFinite, tolerance > 0 else { throw .toleranceOutOfRange(tolerance) }
    let count = min(k, matrix.distinctRowCount)
    var best: MixtureRun?
    for start in distinctStarts(count, on: matrix) {
      let run = run(from: start, on: matrix)
      if run.logLikelihood > best?.logLikelihood ?? -.infinity || best == nil { best = run }
    }
    guard let best else { preconditionFailure("a mixture starts at least once") }
    return GaussianMixtureFit(best, shape: covariance, on: matrix)
  }

  /// One start of each place to which k-means came.
  private func distinctStarts(_ count: Int, on matrix: OrderedMatrix) -> [LloydRestart] {
    let all = Parallel.map(count == 1 ? 1 : starts) { start in
      LloydRestart(
        on: matrix.tree,
        count: count,
        generator: .derived(from: seed, tag: "gmm", k, start),
        maximumIterations: 300,
      )
    }
    var kept: [LloydRestart] = []
    for start in all {
      let isKnown = kept.contains { known in
        (known.inertia - start.inertia).magnitude <= KMeans.tolerance * known.inertia
      }
      if !isKnown { kept.append(start) }
    }
    return kept
  }

  private func run(from start: LloydRestart, on matrix: OrderedMatrix) -> MixtureRun {
    let points = matrix.points
    let labels = Parallel.blocks(of: points.rowCount, size: 8_192) { rows in
      points.twoNearest(rows, of: start.centers).labels
    }
    var model = MixtureModel.moments(
      of: points,
      labels: labels,
      around: start.centers,
      isDiagonal: covariance.isDiagonal,
    ).model(around: start.centers, shape: covariance, regularization: regularization)
    var last = -Double.infinity
    var iterations = 0
    var hasConverged = false
    while iterations < maximumIterations, !hasConverged {
      iterations += 1
      let moments = model.moments(of: points)
      let mean = moments.logLikelihood / Double(points.rowCount)
      hasConverged = (mean - last).magnitude < tolerance
      last = mean
      model = moments.model(
        around: model.means,
        shape: covariance,
        regularization: regularization,
      )
    }
    return MixtureRun(
      model: model,
      logLikelihood: model.moments(of: points).logLikelihood,
      iterations: iterations,
      hasConverged: hasConverged,
    )
  }
}

/// Where one start of EM ended.
struct MixtureRun: Sendable {
  var model: MixtureModel
  var logLikelihood: Double
  var iterations: Int
  var hasConverged: Bool
}
