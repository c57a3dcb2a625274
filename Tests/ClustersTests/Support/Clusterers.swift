@testable import Clusters

/// Every clustering method of the room, made uniform for the contract suites.
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

  /// What a method is told, by settings that suit data within the unit cube.
  struct Settings: Sendable {
    var k = 4
    var unit = 1.0
    var eps = 0.06
    var minPoints = 6
    var minClusterSize = 15
  }

  /// Whether the method is told a number of clusters.
  var takesCount: Bool {
    switch self {
    case .kMeans, .ward, .gaussianMixture, .miniBatchKMeans: true
    case .dbscan, .hdbscan: false
    }
  }

  func model(
    _ matrix: OrderedMatrix,
    _ settings: Settings = Settings(),
  ) throws(ClusterError) -> FittedModel {
    let k = settings.k
    switch self {
    case .kMeans: return .kMeans(try KMeans(k: k, seed: 7).fit(matrix))
    case .miniBatchKMeans:
      return .miniBatchKMeans(try MiniBatchKMeans(k: k, seed: 7, batchSize: 200).fit(matrix))
    case .gaussianMixture:
      let regularization = 1e-6 * settings.unit * settings.unit
      return .gaussianMixture(
        try GaussianMixture(k: k, regularization: regularization).fit(matrix)
      )
    case .ward: return .ward(try Ward(k: k).fit(matrix))
    case .dbscan:
      let eps = settings.eps * settings.unit
      return .dbscan(try DBSCAN(eps: eps, minPoints: settings.minPoints).fit(matrix))
    case .hdbscan:
      let size = settings.minClusterSize
      return .hdbscan(
        try HDBSCAN(minClusterSize: size, minPoints: settings.minPoints).fit(matrix)
      )
    }
  }

  func fit(
    _ matrix: Matrix,
    _ settings: Settings = Settings(),
  ) throws(ClusterError) -> Outcome {
    let model = try model(OrderedMatrix(matrix), settings)
    return Outcome(partition: model.partition, numbers: Self.numbers(of: model))
  }

  private static func numbers(of model: FittedModel) -> [Double] {
    switch model {
    case .kMeans(let fit): fit.centers.flatMap(\.self) + [fit.inertia, Double(fit.restarts)]
    case .miniBatchKMeans(let fit): fit.centers.flatMap(\.self) + [fit.inertia, Double(fit.steps)]
    case .gaussianMixture(let fit):
      fit.weights + fit.means.flatMap(\.self) + [fit.meanLogLikelihood, fit.bic, fit.aic]
    case .ward(let fit): fit.centers.flatMap(\.self) + fit.dendrogram.merges.map(\.height)
    case .dbscan(let fit): [Double(fit.isCore.count(where: \.self))]
    case .hdbscan(let fit):
      fit.persistence + fit.memberships.sorted() + fit.outlierScores.sorted()
    }
  }

  /// What the method refuses: what it was told, and the error.
  var refusals: [(settings: Settings, error: ClusterError)] {
    switch self {
    case .kMeans, .ward, .gaussianMixture, .miniBatchKMeans:
      [0, -3].map { (Settings(k: $0), .clusterCountOutOfRange($0)) }
    case .dbscan:
      [0, -1, .infinity].map { (Settings(eps: $0), .radiusOutOfRange($0)) }
        + [(Settings(minPoints: 0), .minPointsOutOfRange(0))]
    case .hdbscan:
      [1, 0, -5].map { (Settings(minClusterSize: $0), .minClusterSizeOutOfRange($0)) }
        + [(Settings(minPoints: 0), .minPointsOutOfRange(0))]
    }
  }
}
