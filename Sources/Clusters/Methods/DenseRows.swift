/// Finds the rows with a dense neighborhood.
enum DenseRows {
  /// Whether each tree row has at least `minPoints` rows, itself included, within `eps`.
  ///
  /// The rows of a leaf share their search: nodes that lie wholly within reach of the whole leaf
  /// are counted without being opened, and counting stops when the neighborhood is dense.
  static func find(in tree: KDTree, eps: Double, minPoints: Int) -> [Bool] {
    let leavesAtOnce = 16
    return Parallel.blocks(of: tree.leaves.count, size: leavesAtOnce) { leaves in
      var search = DenseSearch(tree: tree, limit: eps * eps, minPoints: minPoints)
      var answers: [Bool] = []
      for leaf in leaves { search.append(to: &answers, tree.leaves[leaf]) }
      return answers
    }
  }
}

private struct DenseSearch {
  let tree: KDTree
  let limit: Double
  let minPoints: Int
  private var stack: [Int] = []
  private var near: [Int] = []
  private var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
  private var point: [Double]

  init(tree: KDTree, limit: Double, minPoints: Int) {
    self.tree = tree
    self.limit = limit
    self.minPoints = minPoints
    point = [Double](repeating: 0, count: tree.points.columnCount)
  }

  mutating func append(to answers: inout [Bool], _ leaf: Int) {
    let rows = tree.nodes[leaf].rows
    let sure = gather(around: leaf)
    guard sure < minPoints else {
      answers += repeatElement(true, count: rows.count)
      return
    }
    for row in rows {
      tree.points.copyRow(row, into: &point)
      answers.append(isDense(knowing: sure))
    }
  }

  /// Collects the leaves that may hold neighbors; answers how many neighbors are certain.
  private mutating func gather(around leaf: Int) -> Int {
    near.removeAll(keepingCapacity: true)
    stack.append(0)
    var sure = 0
    while let node = stack.popLast() {
      if tree.leastDistance(leaf, node) > limit { continue }
      let entry = tree.nodes[node]
      if tree.greatestDistance(leaf, node) <= limit {
        sure += entry.rows.count
        if sure >= minPoints {
          stack.removeAll(keepingCapacity: true)
          return sure
        }
      } else if entry.isLeaf {
        near.append(node)
      } else {
        stack.append(node + 1)
        stack.append(Int(entry.right))
      }
    }
    return sure
  }

  private mutating func isDense(knowing sure: Int) -> Bool {
    var count = sure
    for node in near where tree.leastDistance(node, point) <= limit {
      let rows = tree.nodes[node].rows
      tree.points.squaredDistances(rows, to: point, into: &distances)
      for offset in 0..<rows.count where distances[offset] <= limit { count += 1 }
      if count >= minPoints { return true }
    }
    return false
  }
}
