import CKernels

/// Steps of Lloyd on the rows of a search tree, with what is known from the step before.
///
/// Gives the same labels and the same sums, to the last bit, as looking at every row and center.
/// In few dimensions most nodes lie deep inside one cluster and cost one test for all their rows.
struct FilteredSteps {
  private(set) var state: Assignment
  private let tree: KDTree
  private let nodes: [Int32]
  /// The label that all rows of a node have, −1 where they differ or nobody knows.
  private var owners: [Int32]
  private var lists: [Int32]

  init(on tree: KDTree, count: Int) {
    self.tree = tree
    state = Assignment(
      rows: tree.points.rowCount,
      columns: tree.points.columnCount,
      count: count,
    )
    nodes = tree.flatNodes
    owners = [Int32](repeating: -1, count: tree.nodes.count)
    lists = [Int32](repeating: 0, count: Int(KERNEL_FILTER_LEVELS) * count)
  }

  /// Moves every row to its nearest center and answers how many moved.
  mutating func assign(to centers: [Double]) -> Int {
    let points = tree.points
    let count = state.sizes.count
    precondition(centers.count == count * points.columnCount && !nodes.isEmpty)
    return unsafe kernel_filter_assign(
      points.values,
      points.stride,
      points.columnCount,
      nodes,
      tree.boxes,
      centers,
      count,
      &lists,
      &owners,
      &state.labels,
      &state.sums,
      &state.sizes
    )
  }
}
