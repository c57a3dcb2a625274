/// Gives rows the cluster that they would have been linked to, had HDBSCAN seen them.
///
/// The rule: a row equal to a row of the fit is that row. Any other joins the member it reaches at
/// the shortest length (ties: the nearer, then the one that sorts first by value), of all members
/// whose cluster was still a group of its own at that length; without one it is noise. Reaching is
/// mutual reachability as in the fit, the new row counted in its own core distance but in no other.
package struct NearestMembers: Sendable {
  private let fit: HDBSCANFit
  private let tree: KDTree
  private let fitted: FittedRows
  private let callersRows: [Int]
  /// The cluster of each tree row, and its squared core distance; infinite for noise.
  private let labels: [Int32]
  private let cores: [Double]
  /// The smallest of them in each node.
  private let nodeCores: [Double]

  /// The cluster of a row, nil for noise, and how firmly it belongs there, 0 to 1.
  package struct Answer: Sendable, Equatable {
    package let cluster: Int?
    package let membership: Double
  }

  /// Takes a fit and the matrix it was made of.
  package init(_ fit: HDBSCANFit, on matrix: OrderedMatrix) {
    self.fit = fit
    tree = matrix.tree
    fitted = FittedRows(of: matrix)
    callersRows = matrix.callersRows
    let labels = matrix.treeOrder(fit.partition.labels)
    let distances = matrix.treeOrder(fit.coreDistances)
    self.labels = labels
    cores = labels.indices.map { labels[$0] < 0 ? .infinity : distances[$0] * distances[$0] }
    nodeCores = tree.leastInNodes(of: cores)
  }

  /// The answer for every row, in the rows' order.
  package func answers(for matrix: Matrix) throws(ClusterError) -> [Answer] {
    guard matrix.columnCount == tree.points.columnCount else {
      throw .columnCountDiffers(expected: tree.points.columnCount, found: matrix.columnCount)
    }
    let others = min(fit.settings.minPoints - 1, labels.count)
    return Parallel.blocks(of: matrix.rowCount, size: 512) { rows in
      var search = RankedSearch(tree: tree, rank: max(1, others), width: 0)
      var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
      return rows.map { row in
        let point = matrix.row(row)
        if let known = fitted.treeRow(equalTo: point) {
          let membership = fit.memberships[callersRows[known]]
          return Answer(cluster: cluster(of: known), membership: membership)
        }
        let core = others > 0 ? search.squaredDistance(from: point) : 0
        return nearest(to: point, core: core, &distances)
      }
    }
  }

  private func cluster(of row: Int) -> Int? {
    labels[row] < 0 ? nil : Int(labels[row])
  }

  /// The most closely reached member of the tree, by the rule above.
  private func nearest(to point: [Double], core: Double, _ distances: inout [Double]) -> Answer {
    var best = (row: -1, reach: Double.infinity, way: Double.infinity)
    var stack = [0]
    while let node = stack.popLast() {
      let way = tree.reach(node, from: point)
      guard nodeCores[node] < .infinity, way <= best.way || best.reach > core else { continue }
      let reach = max(way, max(core, nodeCores[node]))
      guard reach <= best.reach else { continue }
      if best.row >= 0, reach == best.reach, way == best.way, !tree.mayPrecede(node, best.row) {
        continue
      }
      let entry = tree.nodes[node]
      guard entry.isLeaf else {
        tree.pushChildren(of: node, towards: point, onto: &stack)
        continue
      }
      tree.points.squaredDistances(entry.rows, to: point, into: &distances)
      for (offset, row) in entry.rows.enumerated() where labels[row] >= 0 {
        let way = distances[offset]
        let reach = max(way, max(core, cores[row]))
        guard reach.squareRoot() < fit.reaches[Int(labels[row])] else { continue }
        if reach > best.reach || (reach == best.reach && way > best.way) { continue }
        if reach == best.reach, way == best.way, tree.positions[best.row] < tree.positions[row] {
          continue
        }
        best = (row, reach, way)
      }
    }
    guard best.row >= 0 else { return Answer(cluster: nil, membership: 0) }
    let shortest = fit.shortestLinks[Int(labels[best.row])]
    let reach = best.reach.squareRoot()
    return Answer(
      cluster: cluster(of: best.row),
      membership: reach > shortest ? shortest / reach : 1,
    )
  }
}
