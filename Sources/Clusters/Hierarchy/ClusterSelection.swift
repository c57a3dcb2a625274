/// Decides which clusters of a condensed tree are the answer.
struct ClusterSelection: Sendable {
  /// The chosen clusters, parents before children (none is inside another).
  let chosen: [Int]
  /// The chosen cluster that each cluster is inside of, itself included; −1 for none.
  let answers: [Int32]

  init(from tree: CondensedTree, by rule: HDBSCAN.Selection, allowSingleCluster: Bool) {
    let clusters = tree.clusters
    let isChosen: [Bool]
    switch rule {
    case .excessOfMass: isChosen = Self.massive(clusters, allowSingleCluster)
    case .leaf: isChosen = Self.leaves(clusters, allowSingleCluster)
    }
    var answers = [Int32](repeating: -1, count: clusters.count)
    for (cluster, entry) in clusters.enumerated() {
      let above = entry.parent < 0 ? -1 : answers[Int(entry.parent)]
      answers[cluster] = above >= 0 ? above : (isChosen[cluster] ? Int32(cluster) : -1)
    }
    self.answers = answers
    chosen = clusters.indices.filter { answers[$0] == Int32($0) }
  }

  /// Clusters that last longer than everything they split into.
  private static func massive(_ clusters: [CondensedTree.Cluster], _ allowSingle: Bool) -> [Bool] {
    var isChosen = [Bool](repeating: true, count: clusters.count)
    var below = [Double](repeating: 0, count: clusters.count)
    for (cluster, entry) in clusters.enumerated().reversed() {
      let isFirst = entry.parent < 0
      isChosen[cluster] = below[cluster] <= entry.stability && (!isFirst || allowSingle)
      if !isFirst { below[Int(entry.parent)] += max(below[cluster], entry.stability) }
    }
    return isChosen
  }

  /// Clusters that split no further.
  private static func leaves(_ clusters: [CondensedTree.Cluster], _ allowSingle: Bool) -> [Bool] {
    var isChosen = [Bool](repeating: true, count: clusters.count)
    for entry in clusters where entry.parent >= 0 { isChosen[Int(entry.parent)] = false }
    if clusters.count == 1 { isChosen[0] = allowSingle }
    return isChosen
  }
}
