/// Finds the rows with a dense neighborhood.
enum DenseRows {
  /// Leaves that are looked at in one go; fixed, so that cores do not show.
  private static let leavesAtOnce = 64

  /// Whether each tree row has at least `minPoints` rows, itself included, within `eps`.
  ///
  /// Nodes that lie wholly within reach of a whole leaf are counted without being opened, and
  /// counting stops when the neighborhood is dense.
  static func find(in tree: KDTree, eps: Double, minPoints: Int) -> [Bool] {
    let nodes = tree.flatNodes
    return Parallel.blocks(of: tree.leaves.count, size: leavesAtOnce) { leaves in
      var neighbors = LeafNeighbors(in: tree, nodes: nodes, eps: eps)
      var answers: [Bool] = []
      for leaf in leaves {
        neighbors.appendDense(tree.leaves[leaf], minPoints: minPoints, to: &answers)
      }
      return answers
    }
  }
}
