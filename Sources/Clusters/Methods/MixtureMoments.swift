import CKernels

/// What a step of EM adds up over all rows, and the model that follows from it.
struct MixtureMoments: Sendable {
  var logLikelihood = 0.0
  /// For each component its share of rows, and its first and second moments around the old mean.
  var sums: [Double]
  private let components: Int
  private let columns: Int

  init(components: Int, columns: Int) {
    self.components = components
    self.columns = columns
    sums = [Double](repeating: 0, count: components * kernel_mixture_moments(columns))
  }

  /// Adds pieces up in their order.
  init(adding pieces: [Self], components: Int, columns: Int) {
    self.init(components: components, columns: columns)
    for piece in pieces {
      logLikelihood += piece.logLikelihood
      for at in sums.indices { sums[at] += piece.sums[at] }
    }
  }

  /// The likeliest model of a shape, given who belongs to whom.
  ///
  /// Regularization is added to every variance.
  func model(
    around means: [Double],
    shape: CovarianceShape,
    regularization: Double,
  ) -> MixtureModel {
    let width = kernel_mixture_moments(columns)
    // A component that lost all its rows keeps its mean; its covariance is regularization alone.
    let shares = (0..<components).map { sums[$0 * width] + 10 * Double.ulpOfOne }
    let total = shares.reduce(0, +)
    var moved = means
    var spreads: [[Double]] = []
    for component in 0..<components {
      let base = component * width
      let steps = (0..<columns).map { sums[base + 1 + $0] / shares[component] }
      for column in 0..<columns { moved[component * columns + column] += steps[column] }
      var spread = [Double](repeating: 0, count: columns * columns)
      var at = base + 1 + columns
      for i in 0..<columns {
        for j in 0...i {
          let value = sums[at] / shares[component] - steps[i] * steps[j]
          spread[i * columns + j] = i == j ? max(0, value) : value
          spread[j * columns + i] = spread[i * columns + j]
          at += 1
        }
      }
      spreads.append(spread)
    }
    return MixtureModel(
      weights: shares.map { $0 / total },
      means: moved,
      covariances: shaped(spreads, shares, shape).map { regularized($0, regularization) },
      isDiagonal: shape.isDiagonal,
    )
  }

  private func shaped(
    _ spreads: [[Double]],
    _ shares: [Double],
    _ shape: CovarianceShape,
  ) -> [[Double]] {
    switch shape {
    case .full: return spreads
    case .tied:
      let total = shares.reduce(0, +)
      let pooled = (0..<columns * columns).map { at in
        zip(spreads, shares).reduce(0) { $0 + $1.0[at] * $1.1 } / total
      }
      return [[Double]](repeating: pooled, count: components)
    case .diagonal:
      return spreads.map { spread in
        var kept = [Double](repeating: 0, count: spread.count)
        for at in diagonal { kept[at] = spread[at] }
        return kept
      }
    case .spherical:
      return spreads.map { spread in
        let mean = diagonal.reduce(0) { $0 + spread[$1] } / Double(columns)
        var kept = [Double](repeating: 0, count: spread.count)
        for at in diagonal { kept[at] = mean }
        return kept
      }
    }
  }

  private func regularized(_ spread: [Double], _ regularization: Double) -> [Double] {
    var spread = spread
    for at in diagonal { spread[at] += regularization }
    return spread
  }

  private var diagonal: [Int] { (0..<columns).map { $0 * columns + $0 } }
}
