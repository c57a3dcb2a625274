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
    Parallel.blocks(of: labels.count, size: 2_048) { rows in
      var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
      var point = [Double](repeating: 0, count: tree.points.columnCount)
      return rows.map { row in
        if isCore[row] { return labels[row] }
        tree.points.copyRow(row, into: &point)
        let core = nearest(to: point, limit: eps * eps, &distances)
        return core.map { labels[$0] } ?? -1
      }
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
