import CKernels

/// Finds the rows with a dense neighborhood.
enum DenseRows {
  /// Whether each tree row has at least `minPoints` rows, itself included, within `eps`.
  ///
  /// The rows of a leaf share their search: nodes that lie wholly within reach of the whole leaf
  /// are counted without being opened, and counting stops when the neighborhood is dense.
  static func find(in tree: KDTree, eps: Double, minPoints: Int) -> [Bool] {
    let leavesAtOnce = 16
    let nodes = tree.flatNodes
    return Parallel.blocks(of: tree.leaves.count, size: leavesAtOnce) { leaves in
      var search = DenseSearch(tree: tree, nodes: nodes, limit: eps * eps, minPoints: minPoints)
      var answers: [Bool] = []
      for leaf in leaves { search.append(to: &answers, tree.leaves[leaf]) }
      return answers
    }
  }
}

private struct DenseSearch {
  let tree: KDTree
  let nodes: [Int32]
  let limit: Double
  let minPoints: Int
  private var stack: [Int] = []
  private var near: [Int32] = []
  private var scratch: [Double] = []
  private var isDense = [UInt8](repeating: 0, count: KDTree.leafSize)

  init(tree: KDTree, nodes: [Int32], limit: Double, minPoints: Int) {
    self.tree = tree
    self.nodes = nodes
    self.limit = limit
    self.minPoints = minPoints
  }

  mutating func append(to answers: inout [Bool], _ leaf: Int) {
    let rows = tree.nodes[leaf].rows
    let sure = gather(around: leaf)
    guard sure < minPoints else {
      answers += repeatElement(true, count: rows.count)
      return
    }
    count(rows, knowing: sure)
    for offset in 0..<rows.count { answers.append(isDense[offset] != 0) }
  }

  /// Collects the leaves that may hold neighbors; answers how many neighbors are certain.
  private mutating func gather(around leaf: Int) -> Int {
    near.removeAll(keepingCapacity: true)
    stack.append(0)
    var sure = 0
    let place = tree.nodes[leaf].start
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
        near.append(Int32(node))
      } else {
        // The leaf itself and what stands by it come first: most neighbors are there.
        let right = Int(entry.right)
        let isRight = place >= tree.nodes[right].start
        stack.append(isRight ? node + 1 : right)
        stack.append(isRight ? right : node + 1)
      }
    }
    return sure
  }

  /// Counts the neighbors of the leaf's rows in the leaves that were collected.
  private mutating func count(_ rows: Range<Int>, knowing sure: Int) {
    let points = tree.points
    let room = 2 * points.columnCount * (near.count + 4)
    if scratch.count < room { scratch = [Double](repeating: 0, count: 2 * room) }
    precondition(rows.upperBound <= points.rowCount && rows.count <= isDense.count)
    unsafe kernel_dense_rows(
      points.values,
      points.stride,
      points.columnCount,
      rows.lowerBound,
      rows.count,
      nodes,
      tree.boxes,
      near,
      near.count,
      limit,
      sure,
      minPoints,
      &scratch,
      &isDense
    )
  }
}
