/// Gives rows that are not core the cluster of the nearest core row.
struct NearestCore: Sendable {
  let isCore: [Bool]
  /// How many core rows each node has.
  let counts: [Int]
  /// The component of each core row.
  let labels: [Int32]
  let tree: KDTree
  /// The core rows of each leaf.
  private let coreBits: [UInt64]

  init(isCore: [Bool], counts: [Int], labels: [Int32], tree: KDTree) {
    self.isCore = isCore
    self.counts = counts
    self.labels = labels
    self.tree = tree
    coreBits = tree.leafBits(of: isCore)
  }

  /// The labels with border rows filled in; −1 where no core row is in reach.
  func complete(within eps: Double) -> [Int32] {
    let nodes = tree.flatNodes
    return Parallel.blocks(of: tree.leaves.count, size: 64) { leaves in
      var neighbors = LeafNeighbors(in: tree, nodes: nodes, eps: eps)
      var answers: [Int32] = []
      for leaf in leaves.map({ tree.leaves[$0] }) {
        let rows = tree.nodes[leaf].rows
        let others = ~coreBits[leaf] & (1 << UInt64(rows.count) - 1)
        answers += labels[rows]
        guard others != 0 else { continue }
        let found = neighbors.nearestMarked(leaf, wanted: others, marks: coreBits, weights: counts)
        for (offset, row) in rows.enumerated() where !isCore[row] {
          answers[answers.count - rows.count + offset] =
            found[offset] < 0 ? -1 : labels[Int(found[offset])]
        }
      }
      return answers
    }
  }

  /// The nearest core row within the limit; ties go to the one that sorts first by value.
  func nearest(to point: [Double], limit: Double, _ distances: inout [Double]) -> Int? {
    var best: Int?
    var least = limit
    var stack = [0]
    while let node = stack.popLast() {
      let distance = tree.reach(node, from: point)
      guard counts[node] > 0, distance <= least else { continue }
      if let best, distance == least, !tree.mayPrecede(node, best) { continue }
      let entry = tree.nodes[node]
      guard entry.isLeaf else {
        tree.pushChildren(of: node, towards: point, onto: &stack)
        continue
      }
      var near =
        tree.points.near(entry.rows, to: point, within: least, into: &distances) & coreBits[node]
      while near != 0 {
        let offset = near.trailingZeroBitCount
        near &= near - 1
        let row = entry.rows.lowerBound + offset
        if distances[offset] > least { continue }
        if let known = best, distances[offset] == least,
          tree.positions[known] < tree.positions[row]
        {
          continue
        }
        best = row
        least = distances[offset]
      }
    }
    return best
  }
}
