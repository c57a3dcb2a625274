import Clusters

/// What can be timed, with the settings of the peers.
enum Kernel: String, CaseIterable {
  /// Ten restarts, as `n_init` 10; the best of them counts.
  case kmeans
  /// Full covariances, one k-means start, scikit-learn's tolerance.
  case gmm
  case dbscan
  case hdbscan
  case ward
  /// The distance to the k-th nearest row, of every row.
  case kdist
  /// Exact, over all pairs of rows.
  case silhouette
  /// Pearson, Spearman and Kendall of all pairs of columns.
  case correlations
  /// What every method pays before it begins: the order of rows and their search tree.
  case order

  func run(on input: KernelInput) throws -> KernelOutcome.Answer {
    let matrix = input.matrix
    let settings = input.arguments
    switch self {
    case .kmeans:
      let fit = try KMeans(k: settings.k, minimumRestarts: 10, maximumRestarts: 10).fit(matrix)
      return .init(labels: fit.partition.labels, numbers: ["inertia": fit.inertia])
    case .gmm:
      let fit = try GaussianMixture(k: settings.k, starts: 1, tolerance: 1e-3).fit(matrix)
      return .init(
        labels: fit.partition.labels,
        numbers: ["loglik": fit.meanLogLikelihood, "iterations": Double(fit.iterations)],
      )
    case .dbscan:
      let fit = try DBSCAN(eps: settings.eps, minPoints: settings.minPoints).fit(matrix)
      return .init(labels: fit.partition.labels)
    case .hdbscan:
      let fit = try HDBSCAN(minClusterSize: 50, minPoints: settings.minPoints).fit(matrix)
      return .init(labels: fit.partition.labels)
    case .ward:
      let fit = try Ward(k: settings.k).fit(matrix)
      return .init(labels: fit.partition.labels, numbers: ["inertia": fit.inertia])
    case .kdist:
      let curve = try KDistance(of: matrix, minPoints: settings.minPoints)
      return .init(numbers: ["sum": curve.distances.reduce(0, +)])
    case .silhouette: return silhouette(on: input)
    case .correlations:
      let all = Correlation.all(of: matrix.columns)
      let sum = [all.pearson, all.spearman, all.kendall].joined().joined()
        .reduce(0) { $0 + ($1 ?? 0) }
      return .init(numbers: ["sum": sum])
    case .order:
      return .init(numbers: ["distinct": Double(OrderedMatrix(matrix).distinctRowCount)])
    }
  }

  private func silhouette(on input: KernelInput) -> KernelOutcome.Answer {
    let matrix = OrderedMatrix(input.matrix)
    let partition = Partition(labels: input.truth ?? [], on: matrix)
    let samples = Silhouette.samples(of: [partition], on: matrix)[0]
    let clustered = Double(matrix.rowCount - partition.noiseCount)
    return .init(
      labels: partition.labels,
      numbers: ["value": samples.reduce(0, +) / clustered],
    )
  }
}
