/// What DBSCAN found.
package struct DBSCANFit: Sendable, Equatable {
  package let partition: Partition
  /// Whether each row has a dense neighborhood, in the caller's order.
  package let isCore: [Bool]
  package let eps: Double
  package let minPoints: Int
}
