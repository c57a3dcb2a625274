import Clusters

/// Describes each segment from within: its own principal components and its own correlations.
///
/// What moves together over all customers often does not within a segment: the difference is what the
/// segment explains.
struct ShapeBuilder {
  let table: FeatureTable
  let groups: SegmentGroups

  /// Fewer customers than this say nothing about how measures move together.
  static let fewestCustomers = 10

  /// Completes segments that stand in the order of the groups.
  func complete(
    _ segments: inout [SegmentReport.Segment],
    of trial: Trial?,
    on input: ClusterInput?
  ) {
    for place in segments.indices {
      segments[place].correlations = correlations(of: groups.members[place + 1])
    }
    guard let trial, let input, input.features.count > 1 else { return }
    let all = PrincipalComponents.ofClusters(of: trial.partition, on: input.ordered)
    for (cluster, components) in all.enumerated() {
      segments[groups.idOfCluster[cluster] - 1].components = SegmentReport.Components(
        explainedVariance: components.explainedVarianceRatio,
        loadings: components.components,
      )
    }
  }

  /// Features that somebody in the segment lacks stay out: their pairs would be about other customers.
  private func correlations(of rows: [Int]) -> [[Double?]]? {
    guard rows.count >= Self.fewestCustomers else { return nil }
    let columns = table.features.map { feature in rows.compactMap { feature.values[$0] } }
    let whole = columns.indices.filter { columns[$0].count == rows.count }
    let pearson = Correlation.pearson(whole.map { columns[$0] })
    var found = [[Double?]](
      repeating: [Double?](repeating: nil, count: columns.count),
      count: columns.count,
    )
    for (a, i) in whole.enumerated() {
      for (b, j) in whole.enumerated() { found[i][j] = pearson[a][b] }
    }
    return found
  }
}
