/// What is asked of whole nodes of the tree.
extension KDTree {
  /// The nodes as the C loops want them: first row, end and right child, one node after another.
  var flatNodes: [Int32] { nodes.flatMap { [$0.start, $0.end, $0.right] } }

  /// For each leaf a bit per row that is marked, the first row lowest; 0 for other nodes.
  func leafBits(of marks: [Bool]) -> [UInt64] {
    nodes.map { node in
      guard node.isLeaf else { return 0 }
      return node.rows.reversed().reduce(0) { $0 << 1 | (marks[$1] ? 1 : 0) }
    }
  }

  /// Puts the children of a node on a stack so that the one nearer to the point is taken first.
  func pushChildren(of node: Int, towards point: [Double], onto stack: inout [Int]) {
    let left = node + 1
    let right = Int(nodes[node].right)
    let leftIsNearer = reach(left, from: point) <= reach(right, from: point)
    stack.append(leftIsNearer ? right : left)
    stack.append(leftIsNearer ? left : right)
  }

  /// The smallest of the rows' values in each node.
  func leastInNodes(of values: [Double]) -> [Double] {
    var least = [Double](repeating: .infinity, count: nodes.count)
    for node in nodes.indices.reversed() {
      let entry = nodes[node]
      if entry.isLeaf {
        for row in entry.rows { least[node] = min(least[node], values[row]) }
      } else {
        least[node] = min(least[node + 1], least[Int(entry.right)])
      }
    }
    return least
  }

  /// Whether the node can hold a row that sorts before a tree row, going by the node's box alone.
  ///
  /// Where a tie goes to the row that sorts first, a node without one need not be opened: else many
  /// equal rows would be walked for every question.
  func mayPrecede(_ node: Int, _ row: Int) -> Bool {
    let columns = points.columnCount
    for column in 0..<columns {
      let low = boxes[(node * columns + column) * 2]
      let value = points.value(row, column)
      if low != value { return low < value }
    }
    return false
  }
}
