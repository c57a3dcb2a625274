@testable import Clusters

/// Every measure of one partition, made uniform for the contract suite.
///
/// A new measure gets a case here and is thereby held to the whole contract.
enum Measures: String, CaseIterable, Sendable {
  case silhouette
  case silhouetteOfAll
  case clusterSilhouettes
  case negativeShares
  case daviesBouldin
  case calinskiHarabasz
  case simplifiedSilhouette = "SimplifiedSilhouette"
  case dbcv = "DBCV"
  case etaSquared = "Separation"

  /// Its values: one, or one for each cluster or column; empty where it is not defined.
  func values(_ partition: Partition, on matrix: Matrix) -> [Double] {
    let ordered = OrderedMatrix(matrix)
    switch self {
    case .simplifiedSilhouette:
      return [SimplifiedSilhouette.mean(of: partition, on: ordered)].compactMap(\.self)
    case .dbcv: return [DBCV(of: partition, on: ordered).value].compactMap(\.self)
    case .etaSquared:
      return matrix.columns.compactMap { Separation.etaSquared(of: $0, by: partition) }
    case .silhouette: return [card(partition, ordered).silhouette].compactMap(\.self)
    case .silhouetteOfAll: return [card(partition, ordered).silhouetteOfAll].compactMap(\.self)
    case .daviesBouldin: return [card(partition, ordered).daviesBouldin].compactMap(\.self)
    case .calinskiHarabasz: return [card(partition, ordered).calinskiHarabasz].compactMap(\.self)
    case .clusterSilhouettes: return card(partition, ordered).clusterSilhouettes
    case .negativeShares: return card(partition, ordered).negativeShares
    }
  }

  var range: ClosedRange<Double> {
    switch self {
    case .silhouette, .silhouetteOfAll, .clusterSilhouettes, .simplifiedSilhouette, .dbcv: -1...1
    case .negativeShares, .etaSquared: 0...1
    case .daviesBouldin, .calinskiHarabasz: 0...Double.greatestFiniteMagnitude
    }
  }

  /// Whether better partitions have smaller values.
  var isLessBetter: Bool { self == .daviesBouldin || self == .negativeShares }

  private func card(_ partition: Partition, _ matrix: OrderedMatrix) -> Scorecard {
    Scores.cards(for: [partition], on: matrix)[0]
  }
}
