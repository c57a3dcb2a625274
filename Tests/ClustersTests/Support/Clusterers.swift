@testable import Clusters

/// Every clustering method of the room, made uniform for the contract suite.
///
/// A new method gets a case here and is thereby held to the whole contract.
enum Clusterers: String, CaseIterable, Sendable {
  case kMeans = "KMeans"
  case dbscan = "DBSCAN"
  case ward = "Ward"
  case gaussianMixture = "GaussianMixture"
  case miniBatchKMeans = "MiniBatchKMeans"
  case hdbscan = "HDBSCAN"

  struct Outcome: Equatable {
    var partition: Partition
    /// Every number the fit gives that does not depend on the order of rows.
    var numbers: [Double]
  }

  /// Fits settings that suit data within the unit cube.
  func fit(_ matrix: Matrix, unit: Double = 1) throws(ClusterError) -> Outcome {
    switch self {
    case .kMeans:
      let fit = try KMeans(k: 4, seed: 7).fit(matrix)
      return Outcome(
        partition: fit.partition,
        numbers: fit.centers.flatMap(\.self) + [fit.inertia, Double(fit.restarts)],
      )
    case .dbscan:
      let fit = try DBSCAN(eps: 0.06 * unit, minPoints: 6).fit(matrix)
      return Outcome(
        partition: fit.partition,
        numbers: [Double(fit.isCore.count(where: \.self))]
      )
    case .gaussianMixture:
      let fit = try GaussianMixture(k: 4, regularization: 1e-6 * unit * unit).fit(matrix)
      return Outcome(
        partition: fit.partition,
        numbers: fit.weights + fit.means.flatMap(\.self) + [fit.meanLogLikelihood, fit.bic],
      )
    case .miniBatchKMeans:
      let fit = try MiniBatchKMeans(k: 4, seed: 7, batchSize: 200).fit(matrix)
      return Outcome(
        partition: fit.partition,
        numbers: fit.centers.flatMap(\.self) + [fit.inertia, Double(fit.steps)],
      )
    case .ward:
      let fit = try Ward(k: 4).fit(matrix)
      return Outcome(
        partition: fit.partition,
        numbers: fit.centers.flatMap(\.self) + fit.dendrogram.merges.map(\.height),
      )
    case .hdbscan:
      let fit = try HDBSCAN(minClusterSize: 15, minPoints: 6).fit(matrix)
      return Outcome(
        partition: fit.partition,
        numbers: fit.persistence + fit.memberships.sorted() + fit.outlierScores.sorted(),
      )
    }
  }
}
