import CKernels

/// The rows near those of a leaf: the C loops of DBSCAN with the room they need.
///
/// The rows of a leaf share one walk through the tree. Make one per thread and ask leaf after leaf.
struct LeafNeighbors {
  private let tree: KDTree
  private let nodes: [Int32]
  private let limit: Double
  /// The leaves that may hold neighbors, and how many places of the array that takes.
  private var near: [Int32]
  private var count = 0
  private var scratch: [Double] = []
  private var isDense = [UInt8](repeating: 0, count: KDTree.leafSize)
  private var found = [Int32](repeating: -1, count: KDTree.leafSize)

  /// `nodes` are the tree's flat nodes, made once for all threads.
  init(in tree: KDTree, nodes: [Int32], eps: Double) {
    self.tree = tree
    self.nodes = nodes
    limit = eps * eps
    near = [Int32](repeating: 0, count: tree.leaves.count)
  }

  /// Adds for each row of a leaf whether at least `minPoints` rows are near.
  mutating func appendDense(_ leaf: Int, minPoints: Int, to answers: inout [Bool]) {
    let rows = tree.nodes[leaf].rows
    let sure = unsafe kernel_near_leaves(
      nodes,
      tree.boxes,
      tree.points.columnCount,
      leaf,
      limit,
      minPoints,
      nil,
      &near,
      &count
    )
    guard sure < minPoints else {
      answers += repeatElement(true, count: rows.count)
      return
    }
    makeRoom(for: rows)
    unsafe kernel_dense_rows(
      tree.points.values,
      tree.points.stride,
      tree.points.columnCount,
      rows.lowerBound,
      rows.count,
      nodes,
      tree.boxes,
      near,
      count,
      limit,
      sure,
      minPoints,
      &scratch,
      &isDense
    )
    for offset in 0..<rows.count { answers.append(isDense[offset] != 0) }
  }

  /// The nearest marked row of each wanted row of a leaf, the leaf's first row at place 0; −1 where
  /// none is near.
  ///
  /// `weights` says how many marked rows each node has; ties go to the row that sorts first.
  mutating func nearestMarked(
    _ leaf: Int,
    wanted: UInt64,
    marks: [UInt64],
    weights: [Int],
  ) -> [Int32] {
    let rows = tree.nodes[leaf].rows
    precondition(marks.count == tree.nodes.count && weights.count == tree.nodes.count)
    precondition(wanted >> UInt64(rows.count) == 0)
    _ = unsafe kernel_near_leaves(
      nodes,
      tree.boxes,
      tree.points.columnCount,
      leaf,
      limit,
      0,
      weights,
      &near,
      &count
    )
    makeRoom(for: rows)
    unsafe kernel_nearest_marked(
      tree.points.values,
      tree.points.stride,
      tree.points.columnCount,
      rows.lowerBound,
      wanted,
      nodes,
      tree.boxes,
      marks,
      tree.positions,
      near,
      count,
      limit,
      &scratch,
      &found
    )
    return found
  }

  private mutating func makeRoom(for rows: Range<Int>) {
    precondition(rows.upperBound <= tree.points.rowCount && rows.count <= isDense.count)
    let room = 2 * tree.points.columnCount * (count + 4)
    if scratch.count < room { scratch = [Double](repeating: 0, count: 2 * room) }
  }
}
