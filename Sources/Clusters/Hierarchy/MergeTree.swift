/// Who comes together with whom when rows are linked at growing length.
///
/// Everything that meets at the same length meets at once, in one node with as many children as
/// come together. So the tree does not depend on which of several equally long links is used.
struct MergeTree: Sendable {
  let rowCount: Int
  /// The node each node joins, −1 for the last one.
  ///
  /// Rows are the first nodes; parents come later.
  let parents: [Int32]
  /// How many rows are in each node.
  let sizes: [Int32]
  /// The squared length at which each node after the rows came together.
  let squares: [Double]

  /// Links the rows along the edges, shortest first.
  init(of edges: [SpanningTree.Edge], rows: Int) {
    rowCount = rows
    var parents = [Int32](repeating: -1, count: rows)
    var sizes = [Int32](repeating: 1, count: rows)
    var squares: [Double] = []
    var sets = DisjointSets(count: rows)
    /// The node of each set, by the set's root.
    var nodes = (0..<Int32(rows)).map { $0 }
    let order = Radix.order(of: edges.map(\.square))
    var start = 0
    while start < order.count {
      let square = edges[Int(order[start])].square
      var end = start
      var met: [Int] = []
      while end < order.count, edges[Int(order[end])].square == square {
        let edge = edges[Int(order[end])]
        met.append(sets.root(of: Int(edge.a)))
        met.append(sets.root(of: Int(edge.b)))
        end += 1
      }
      for place in start..<end {
        let edge = edges[Int(order[place])]
        _ = sets.unite(Int(edge.a), Int(edge.b))
      }
      // Each root stands for a child once; its new root tells which node it went into.
      let firstNew = parents.count
      for old in met where parents[Int(nodes[old])] < 0 && Int(nodes[old]) < firstNew {
        let root = sets.root(of: old)
        if old == root { continue }
        if Int(nodes[root]) < firstNew {
          let node = Int32(parents.count)
          parents.append(-1)
          sizes.append(sizes[Int(nodes[root])])
          squares.append(square)
          parents[Int(nodes[root])] = node
          nodes[root] = node
        }
        parents[Int(nodes[old])] = nodes[root]
        sizes[Int(nodes[root])] += sizes[Int(nodes[old])]
      }
      start = end
    }
    self.parents = parents
    self.sizes = sizes
    self.squares = squares
  }

  /// The squared length at which a node came together.
  func square(of node: Int) -> Double { squares[node - rowCount] }
}
