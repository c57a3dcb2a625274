/// The shortest set of links that connects all rows, in mutual reachability.
///
/// Two rows reach each other at the largest of their distance and both core distances. Where links
/// are equally long there are many such sets; all of them connect the same rows at every length,
/// and nothing that is computed from this one looks at more than that.
struct SpanningTree: Sendable {
  struct Edge: Sendable, Equatable {
    var a: Int32
    var b: Int32
    /// The squared mutual reachability.
    var square: Double
  }

  /// One edge less than there are rows, in no particular order.
  let edges: [Edge]

  /// Joins components by their shortest links, round after round (Borůvka, 1926).
  ///
  /// Every round at least halves the components. The largest one waits: its links are found from
  /// the other side, and it is by far the dearest to ask.
  init(of tree: KDTree, cores: [Double], lists: [Int32] = [], width: Int = 0) {
    var growth = ForestGrowth(tree: tree, cores: cores, lists: lists, width: width)
    while growth.componentCount > 1 { growth.round() }
    edges = growth.edges
  }

  init(of tree: KDTree, neighbors: CoreNeighbors) {
    self.init(
      of: tree,
      cores: neighbors.squares,
      lists: neighbors.lists,
      width: neighbors.width
    )
  }
}
