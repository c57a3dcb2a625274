/// Explains the rows as draws from k normal distributions, and says how far each row belongs to each.
///
/// Starts from k-means, and from shells around the middle where a trial on a sample shows that they
/// lead to more; improves weights, means and covariances by expectation and maximization until the
/// mean log-likelihood of a row grows by less than the tolerance. The best of all starts counts.
/// Fewer distinct rows than k give as many components as there are distinct rows.
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
    let starts = MixtureStarts(for: self, on: matrix)
    var best: MixtureRun?
    for start in starts.models {
      let run = run(from: start, on: matrix.points, mostSteps: maximumIterations)
      if run.logLikelihood > best?.logLikelihood ?? -.infinity || best == nil { best = run }
    }
    guard let best else { preconditionFailure("a mixture starts at least once") }
    return GaussianMixtureFit(best, shape: covariance, on: matrix)
  }

  /// Steps of EM until they gain less than the tolerance.
  func run(from start: MixtureModel, on points: PaddedColumns, mostSteps: Int) -> MixtureRun {
    var model = start
    var last = -Double.infinity
    var iterations = 0
    var hasConverged = false
    while iterations < mostSteps, !hasConverged {
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
