import RealModule

/// How easily each row is cut off from the others by random cuts (Liu, Ting and Zhou, 2008).
///
/// Every tree is grown on a few rows by cutting a random column at a random place until rows stand alone; rows far
/// from the others stand alone early. The score is 2^(−mean depth ÷ depth expected), near 1 for odd rows and below 0.5
/// for ordinary ones. It does not depend on the order of rows, and equal rows score alike. Cost: trees × sample
/// × log sample to grow, rows × trees × log sample to score.
package struct IsolationForest {
  private let columns: [[Double]]
  private let trees: Int
  private let sample: Int

  /// Prepares a forest; a sample larger than the matrix is the whole of it.
  package init(_ matrix: Matrix, trees: Int = 100, sample: Int = 256) {
    columns = matrix.columns
    self.trees = trees
    self.sample = min(sample, matrix.rowCount)
  }

  /// The score of every row, in the caller's order; 0.5 for all where there is nothing to cut.
  package func scores(_ generator: inout SeededGenerator) -> [Double] {
    let rows = columns[0].count
    guard sample > 1 else { return [Double](repeating: 0.5, count: rows) }
    let order = RowOrder.lexicographic(columns)
    let sorted = columns.map { column in order.map { column[Int($0)] } }
    let depth = Int(Double.log2(Double(sample)).rounded(.up))
    var depths = [Double](repeating: 0, count: rows)
    for _ in 0..<trees {
      var tree = IsolationTree(columns: sorted, deepest: depth)
      let members = drawn(from: rows, &generator)
      tree.grow(members, &generator)
      for place in 0..<rows { depths[Int(order[place])] += tree.depth(of: place) }
    }
    let expected = IsolationTree.expectedDepth(of: sample)
    return depths.map { Double.exp2(-$0 / Double(trees) / expected) }
  }

  /// So many different places, drawn by the first steps of a shuffle.
  private func drawn(from rows: Int, _ generator: inout SeededGenerator) -> [Int] {
    var moved: [Int: Int] = [:]
    return (0..<sample).map { place in
      let other = place + Int(generator.nextUnit() * Double(rows - place))
      defer { moved[other] = moved[place] ?? place }
      return moved[other] ?? other
    }
  }
}

/// One tree of random cuts.
private struct IsolationTree {
  private struct Node {
    var column = -1
    var cut = 0.0
    /// The first of two children; for a leaf the rows it holds.
    var next = 0
  }

  private let columns: [[Double]]
  private let deepest: Int
  private var nodes = [Node()]

  init(columns: [[Double]], deepest: Int) {
    self.columns = columns
    self.deepest = deepest
  }

  mutating func grow(_ rows: [Int], _ generator: inout SeededGenerator) {
    grow(rows, at: 0, depth: 0, &generator)
  }

  private mutating func grow(
    _ rows: [Int],
    at node: Int,
    depth: Int,
    _ generator: inout SeededGenerator,
  ) {
    nodes[node].next = rows.count
    guard rows.count > 1, depth < deepest else { return }
    // Only columns in which these rows differ can be cut.
    let open = columns.indices.filter { column in
      rows.contains { columns[column][$0] != columns[column][rows[0]] }
    }
    guard !open.isEmpty else { return }
    let column = open[Int(generator.nextUnit() * Double(open.count))]
    let values = rows.map { columns[column][$0] }
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let cut = low + generator.nextUnit() * (high - low)
    let left = rows.filter { columns[column][$0] <= cut }
    let right = rows.filter { columns[column][$0] > cut }
    guard !left.isEmpty, !right.isEmpty else { return }
    let next = nodes.count
    nodes += [Node(), Node()]
    nodes[node] = Node(column: column, cut: cut, next: next)
    grow(left, at: next, depth: depth + 1, &generator)
    grow(right, at: next + 1, depth: depth + 1, &generator)
  }

  /// The depth at which a row stands alone, or would be expected to.
  func depth(of row: Int) -> Double {
    var (node, depth) = (0, 0.0)
    while nodes[node].column >= 0 {
      let isRight = columns[nodes[node].column][row] > nodes[node].cut
      node = nodes[node].next + (isRight ? 1 : 0)
      depth += 1
    }
    return depth + Self.expectedDepth(of: nodes[node].next)
  }

  /// The mean depth of an unsuccessful search in a binary tree of so many rows.
  static func expectedDepth(of rows: Int) -> Double {
    guard rows > 2 else { return rows == 2 ? 1 : 0 }
    let harmonic = Double.log(Double(rows - 1)) + 0.577_215_664_901_532_9
    return 2 * harmonic - 2 * Double(rows - 1) / Double(rows)
  }
}
