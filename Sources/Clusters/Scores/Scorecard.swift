/// How good a partition is, by the usual measures.
///
/// A score is nil where it is not defined: with fewer than two clusters, or with every row alone.
package struct Scorecard: Sendable, Equatable {
  /// The mean silhouette of the rows that are in a cluster; −1 to 1, more is better.
  package let silhouette: Double?
  /// The same with noise rows counted as 0, to compare methods with and without noise.
  package let silhouetteOfAll: Double?
  /// Spread within against distance between clusters, the worst pair of each; less is better.
  package let daviesBouldin: Double?
  /// Variance between against variance within clusters; more is better.
  package let calinskiHarabasz: Double?
  /// The mean silhouette of each cluster.
  package let clusterSilhouettes: [Double]
  /// The share of each cluster's rows that are nearer to another cluster.
  package let negativeShares: [Double]

  package init(
    silhouette: Double?,
    silhouetteOfAll: Double?,
    daviesBouldin: Double?,
    calinskiHarabasz: Double?,
    clusterSilhouettes: [Double],
    negativeShares: [Double],
  ) {
    self.silhouette = silhouette
    self.silhouetteOfAll = silhouetteOfAll
    self.daviesBouldin = daviesBouldin
    self.calinskiHarabasz = calinskiHarabasz
    self.clusterSilhouettes = clusterSilhouettes
    self.negativeShares = negativeShares
  }
}
