/// The models from which a mixture's EM starts.
///
/// k-means cuts space into cells, so it never begins with one component inside another. Shells do:
/// equal shares of the rows by their distance from the middle.
struct MixtureStarts {
  /// Rows on which it is tried whether shells lead to more than k-means.
  private static let sampleSize = 4_096
  /// The most steps of a trial.
  private static let trialSteps = 100
  /// By how much the mean log-likelihood of a row must be larger for a further start to be worth it.
  private static let worth = 1e-3

  /// At least one; those of k-means first.
  let models: [MixtureModel]

  init(for method: GaussianMixture, on matrix: OrderedMatrix) {
    let points = matrix.points
    let count = min(method.k, matrix.distinctRowCount)
    let cells = Self.distinctRestarts(count, of: method, on: matrix.tree).map { restart in
      let labels = Parallel.blocks(of: points.rowCount, size: 8_192) { rows in
        points.twoNearest(rows, of: restart.centers).labels
      }
      return Self.model(method, points, labels: labels, around: restart.centers)
    }
    guard count > 1 else {
      models = cells
      return
    }
    let labels = Self.shells(count, of: points)
    let means = ClusterMeans(of: labels, on: points).means.flatMap(\.self)
    let shells = Self.model(method, points, labels: labels, around: means)
    let sample = points.thinned(to: Self.sampleSize)
    let all = cells + [shells]
    let trials = Parallel.map(all.count) { number in
      method.run(from: all[number], on: sample, mostSteps: Self.trialSteps).logLikelihood
    }
    let bar = (trials.dropLast().max() ?? 0) + Self.worth * Double(sample.rowCount)
    models = trials[cells.count] > bar ? all : cells
  }

  /// One start of each place to which k-means came.
  private static func distinctRestarts(
    _ count: Int,
    of method: GaussianMixture,
    on tree: KDTree,
  ) -> [LloydRestart] {
    let all = Parallel.map(count == 1 ? 1 : method.starts) { start in
      LloydRestart(
        on: tree,
        count: count,
        generator: .derived(from: method.seed, tag: "gmm", method.k, start),
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

  /// Rows numbered from the middle outwards, equally many to a shell; columns count alike.
  private static func shells(_ count: Int, of points: PaddedColumns) -> [Int32] {
    let rows = points.rowCount
    var distances = [Double](repeating: 0, count: rows)
    for column in 0..<points.columnCount {
      let values = points.values[column * points.stride..<column * points.stride + rows]
      let mean = values.reduce(0, +) / Double(rows)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      guard variance > 0, variance.isFinite else { continue }
      for (row, value) in values.enumerated() {
        distances[row] += (value - mean) * (value - mean) / variance
      }
    }
    var labels = [Int32](repeating: 0, count: rows)
    for (rank, row) in Radix.order(of: distances).enumerated() {
      labels[Int(row)] = Int32(rank * count / rows)
    }
    return labels
  }

  private static func model(
    _ method: GaussianMixture,
    _ points: PaddedColumns,
    labels: [Int32],
    around means: [Double],
  ) -> MixtureModel {
    MixtureModel.moments(
      of: points,
      labels: labels,
      around: means,
      isDiagonal: method.covariance.isDiagonal,
    ).model(around: means, shape: method.covariance, regularization: method.regularization)
  }
}
