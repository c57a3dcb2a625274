/// The merge tree with everything too small to be a cluster taken out.
///
/// Read from the top: a node splits into clusters only where at least two of its parts are large
/// enough; smaller parts are rows that leave their cluster. Density is 1 / length, as in Campello
/// and others (2015).
struct CondensedTree: Sendable {
  struct Cluster: Sendable {
    /// The cluster it split from, −1 for the first, which holds all rows.
    var parent: Int32
    /// The density at which it begins.
    var birth: Double
    /// The density at which it splits or loses its last row.
    var death: Double
    /// How many rows it begins with.
    var size: Int32
    /// How long its rows stay, in density, added up.
    var stability = 0.0
  }

  /// Parents come before their children.
  let clusters: [Cluster]
  /// The smallest cluster each tree row is in, and the density at which it leaves it.
  private(set) var homes: [Int32]
  let densities: [Double]
  /// The small parts at splits.
  private let saddles: [Saddles.Part]

  /// Condenses a merge tree.
  init(of tree: MergeTree, minClusterSize: Int) {
    let scale = DensityScale(smallest: tree.squares.first { $0 > 0 })
    var clusters = [Cluster(parent: -1, birth: 0, death: 0, size: Int32(tree.rowCount))]
    var parts = [Int32](repeating: 0, count: tree.parents.count)
    for (node, parent) in tree.parents.enumerated()
    where parent >= 0 && tree.sizes[node] >= minClusterSize {
      parts[Int(parent)] += 1
    }
    /// The cluster of each node, and the density at which its rows have left it (else infinite).
    var homes = [Int32](repeating: 0, count: tree.parents.count)
    var left = [Double](repeating: .infinity, count: tree.parents.count)
    var saddles: [Saddles.Part] = []
    var saddleOfNode = [Int32](repeating: -1, count: tree.parents.count)
    for node in tree.parents.indices.reversed() {
      let parent = Int(tree.parents[node])
      if parent < 0 { continue }
      homes[node] = homes[parent]
      left[node] = left[parent]
      saddleOfNode[node] = saddleOfNode[parent]
      if left[parent] < .infinity { continue }
      let square = tree.square(of: parent)
      let density = scale.density(square)
      if tree.sizes[node] < minClusterSize {
        left[node] = density
        if parts[parent] > 1 {
          saddleOfNode[node] = Int32(saddles.count)
          saddles.append(.init(rows: [], cluster: homes[parent], square: square))
        }
      } else if parts[parent] > 1 {
        let size = tree.sizes[node]
        clusters.append(Cluster(parent: homes[parent], birth: density, death: 0, size: size))
        homes[node] = Int32(clusters.count - 1)
      }
    }
    for row in 0..<tree.rowCount where saddleOfNode[row] >= 0 {
      saddles[Int(saddleOfNode[row])].rows.append(Int32(row))
    }
    self.saddles = saddles
    self.homes = Array(homes.prefix(tree.rowCount))
    densities = left.prefix(tree.rowCount).map { $0 < .infinity ? $0 : 0 }
    self.clusters = Self.measured(clusters, homes: self.homes, densities: densities)
  }

  /// Gives rows between clusters to the nearer one.
  ///
  /// Only their homes change: at the length of a split, belonging to the whole or to a part is
  /// equally long.
  mutating func settleSaddles(in tree: KDTree, cores: [Double]) {
    homes = Saddles(in: tree, cores: cores).settled(saddles, in: self)
  }

  /// The part of a split cluster that a row is in; nil if it is in none.
  func child(of cluster: Int32, holding row: Int) -> Int32? {
    var at = homes[row]
    while at >= 0 {
      let parent = clusters[Int(at)].parent
      if parent == cluster { return at }
      at = parent
    }
    return nil
  }

  /// Adds deaths and stabilities, in the order of rows and clusters.
  private static func measured(
    _ clusters: [Cluster],
    homes: [Int32],
    densities: [Double],
  ) -> [Cluster] {
    var clusters = clusters
    for (home, density) in zip(homes, densities) {
      let home = Int(home)
      clusters[home].stability += density - clusters[home].birth
      clusters[home].death = max(clusters[home].death, density)
    }
    for cluster in clusters where cluster.parent >= 0 {
      let parent = Int(cluster.parent)
      let stay = cluster.birth - clusters[parent].birth
      clusters[parent].stability += Double(cluster.size) * stay
      clusters[parent].death = max(clusters[parent].death, cluster.birth)
    }
    return clusters
  }
}
