/// What HDBSCAN found.
///
/// Rows are in the caller's order, clusters in the partition's.
package struct HDBSCANFit: Sendable, Equatable {
  package let partition: Partition
  /// How firmly each row belongs to its cluster: 1 for the densest, 0 for noise.
  package let memberships: [Double]
  /// How much sparser each row is than the densest rows of the group it last belonged to (GLOSH):
  /// 0 for those, towards 1 for outliers.
  package let outlierScores: [Double]
  /// How long each cluster lasts compared with the longest possible, 0 to 1.
  package let persistence: [Double]
  /// The longest link at which each cluster is still a group of its own; infinite for one that
  /// holds all rows.
  package let reaches: [Double]
  /// The link at which the last rows of each cluster, or of what it splits into first, part.
  package let shortestLinks: [Double]
  /// How far away each row's `minPoints`-th nearest row is, itself counted.
  package let coreDistances: [Double]
  package let settings: HDBSCAN

  /// Reads off a condensed tree what the selection means for rows and clusters.
  init(
    of tree: CondensedTree,
    _ selection: ClusterSelection,
    cores: [Double],
    settings: HDBSCAN,
    on matrix: OrderedMatrix,
  ) {
    var numbers = [Int32](repeating: -1, count: tree.clusters.count)
    for (number, cluster) in selection.chosen.enumerated() { numbers[cluster] = Int32(number) }
    let answers = tree.homes.map { selection.answers[Int($0)] }
    let treeLabels = answers.map { $0 < 0 ? Partition.noise : numbers[Int($0)] }
    let partition = Partition(treeLabels: treeLabels, on: matrix)
    let memberships = zip(answers, tree.densities).map { answer, density in
      guard answer >= 0 else { return 0.0 }
      let death = tree.clusters[Int(answer)].death
      return death > 0 ? min(density, death) / death : 1
    }
    let depths = Self.depths(of: tree.clusters)
    let outliers = zip(tree.homes, tree.densities).map { home, density in
      let depth = depths[Int(home)]
      return depth > 0 ? (depth - density) / depth : 0
    }
    /// The tree's cluster of each of the partition's.
    var origins = [Int](repeating: 0, count: partition.clusterCount)
    let labels = matrix.treeOrder(partition.labels)
    for (label, answer) in zip(labels, answers) where answer >= 0 {
      origins[Int(label)] = Int(answer)
    }
    let highest = tree.densities.max() ?? 0
    persistence = zip(origins, partition.sizes).map { origin, size in
      let possible = Double(size) * highest
      return possible > 0 ? tree.clusters[origin].stability / possible : 1
    }
    reaches = origins.map { 1 / tree.clusters[$0].birth }
    shortestLinks = origins.map { 1 / tree.clusters[$0].death }
    self.partition = partition
    self.memberships = matrix.callersOrder(memberships, filler: 0)
    outlierScores = matrix.callersOrder(outliers, filler: 0)
    coreDistances = matrix.callersOrder(cores.map { $0.squareRoot() }, filler: 0)
    self.settings = settings
  }

  /// The highest density within each cluster and all it splits into.
  private static func depths(of clusters: [CondensedTree.Cluster]) -> [Double] {
    var depths = clusters.map(\.death)
    for (cluster, entry) in clusters.enumerated().reversed() where entry.parent >= 0 {
      depths[Int(entry.parent)] = max(depths[Int(entry.parent)], depths[cluster])
    }
    return depths
  }
}
