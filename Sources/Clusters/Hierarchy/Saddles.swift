/// Rows that link clusters at the very length at which they split.
///
/// Too few to be a cluster, they are within reach of more than one. They go to the cluster of the
/// nearest row they reach at that length (ties: the row that sorts first by value); those that
/// reach a cluster only through each other stay where they were.
struct Saddles: Sendable {
  /// A part too small for a cluster, where its cluster split.
  struct Part: Sendable {
    var rows: [Int32]
    /// The cluster that split, and the squared length at which it did.
    var cluster: Int32
    var square: Double
  }

  let tree: KDTree
  let cores: [Double]
  let nodeCores: [Double]

  init(in tree: KDTree, cores: [Double]) {
    self.tree = tree
    self.cores = cores
    nodeCores = tree.leastInNodes(of: cores)
  }

  /// The homes of all rows after each part has gone where it belongs.
  func settled(_ parts: [Part], in condensed: CondensedTree) -> [Int32] {
    var homes = condensed.homes
    let pieces = Parallel.blocks(of: parts.count, size: 64) { range in
      range.map { home(of: parts[$0], in: condensed) }
    }
    for (part, home) in zip(parts, pieces) {
      guard let home else { continue }
      for row in part.rows { homes[Int(row)] = home }
    }
    return homes
  }

  private struct Best {
    var row: Int
    var distance: Double
    var home: Int32
  }

  private func home(of part: Part, in condensed: CondensedTree) -> Int32? {
    var best: Best?
    for row in part.rows where cores[Int(row)] <= part.square {
      search(around: Int(row), part, condensed, &best)
    }
    return best?.home
  }

  private func search(
    around row: Int,
    _ part: Part,
    _ condensed: CondensedTree,
    _ best: inout Best?,
  ) {
    let point = tree.points.row(row)
    var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
    var stack = [0]
    while let node = stack.popLast() {
      let least = tree.reach(node, from: point)
      guard nodeCores[node] <= part.square, least <= best?.distance ?? part.square else { continue }
      if let best, least == best.distance, !tree.mayPrecede(node, best.row) { continue }
      let entry = tree.nodes[node]
      guard entry.isLeaf else {
        tree.pushChildren(of: node, towards: point, onto: &stack)
        continue
      }
      tree.points.squaredDistances(entry.rows, to: point, into: &distances)
      for (offset, other) in entry.rows.enumerated() where cores[other] <= part.square {
        let distance = distances[offset]
        guard distance <= best?.distance ?? part.square else { continue }
        if let best, distance == best.distance, tree.positions[best.row] <= tree.positions[other] {
          continue
        }
        guard let home = condensed.child(of: part.cluster, holding: other) else { continue }
        best = Best(row: other, distance: distance, home: home)
      }
    }
  }
}
