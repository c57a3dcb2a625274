/// What is asked of whole nodes of the tree.
extension KDTree {
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
