/// The rows of a matrix in a tree of boxes: who is near whom is found without looking at all.
///
/// Rows are moved so that a node is a range of them. The shape depends only on the rows' values.
struct KDTree: Sendable {
  /// At most this many rows are in a leaf.
  static let leafSize = 32

  /// The rows in tree order.
  let points: PaddedColumns
  /// The place of each tree row in the order by values.
  let positions: [Int32]
  /// Nodes, parents before children; the left child follows its parent.
  let nodes: [Node]
  /// Lowest and highest value of each node and column: `(node * columns + column) * 2`, then `+ 1`.
  let boxes: [Double]
  /// The nodes that are leaves, from the first row to the last.
  let leaves: [Int]

  struct Node: Sendable {
    var start: Int32
    var end: Int32
    /// The right child; 0 in a leaf.
    var right: Int32

    var rows: Range<Int> { Int(start)..<Int(end) }
    var isLeaf: Bool { right == 0 }
  }

  /// Builds the tree of columns whose rows are in the order of their values.
  init(sorted columns: [[Double]]) {
    let building = KDTreeBuilding(columns: columns)
    nodes = building.nodes
    boxes = building.boxes
    positions = building.positions
    let placed = building.positions
    points = PaddedColumns(
      columns: Parallel.map(columns.count) { column in placed.map { columns[column][Int($0)] } }
    )
    leaves = nodes.indices.filter { building.nodes[$0].isLeaf }
  }

  /// The smallest squared distance that a row of the node can have to the point.
  func leastDistance(_ node: Int, _ point: [Double]) -> Double {
    var sum = 0.0
    var at = node * points.columnCount * 2
    for value in point {
      let below = boxes[at] - value
      let above = value - boxes[at + 1]
      let gap = max(0, max(below, above))
      sum += gap * gap
      at += 2
    }
    return sum
  }

  /// The smallest squared distance that rows of two nodes can have.
  func leastDistance(_ a: Int, _ b: Int) -> Double {
    let columns = points.columnCount
    var sum = 0.0
    for column in 0..<columns {
      let atA = (a * columns + column) * 2
      let atB = (b * columns + column) * 2
      let gap = max(0, max(boxes[atA] - boxes[atB + 1], boxes[atB] - boxes[atA + 1]))
      sum += gap * gap
    }
    return sum
  }

  /// The largest squared distance that rows of two nodes can have.
  ///
  /// Rounding is monotone, so no distance computed row by row exceeds it by even the last bit.
  func greatestDistance(_ a: Int, _ b: Int) -> Double {
    let columns = points.columnCount
    var sum = 0.0
    for column in 0..<columns {
      let atA = (a * columns + column) * 2
      let atB = (b * columns + column) * 2
      let span = max(boxes[atA + 1] - boxes[atB], boxes[atB + 1] - boxes[atA])
      sum += span * span
    }
    return sum
  }
}
