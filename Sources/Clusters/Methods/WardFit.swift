/// What Ward's method found.
package struct WardFit: Sendable, Equatable {
  /// How many of the last merges are kept for drawing.
  package static let drawnMerges = 30

  package let partition: Partition
  /// The mean of each cluster, in the order of the partition's clusters.
  package let centers: [[Double]]
  /// The sum of squared distances of all rows to their clusters' means.
  package let inertia: Double
  /// The last merges.
  package let dendrogram: Dendrogram

  init(partition: Partition, inertia: Double, dendrogram: Dendrogram, on matrix: OrderedMatrix) {
    self.partition = partition
    centers = ClusterMeans(of: matrix.treeOrder(partition.labels), on: matrix.points).means
    self.inertia = inertia
    self.dendrogram = dendrogram
  }
}
