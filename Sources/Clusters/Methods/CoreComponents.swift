/// Joins core rows within reach of each other into components.
///
/// Works on pairs of nodes, near ones first: a node whose core rows are known to be joined is
/// *whole*, and two whole nodes of one component are passed over, so dense regions cost next to
/// nothing.
struct CoreComponents {
  private let tree: KDTree
  private let isCore: [Bool]
  /// The core rows of each leaf.
  private let coreBits: [UInt64]
  private let limit: Double
  /// How many core rows each node has.
  let coreCounts: [Int]
  private var parents: [Int32]
  /// A core row of each node whose core rows are all joined, else −1.
  private var whole: [Int32]
  private var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
  private var point: [Double]

  init(of isCore: [Bool], in tree: KDTree, eps: Double) {
    self.tree = tree
    self.isCore = isCore
    coreBits = tree.leafBits(of: isCore)
    limit = eps * eps
    parents = (0..<Int32(isCore.count)).map { $0 }
    point = [Double](repeating: 0, count: tree.points.columnCount)
    var before = [0]
    before.reserveCapacity(isCore.count + 1)
    for core in isCore { before.append(before[before.count - 1] + (core ? 1 : 0)) }
    coreCounts = tree.nodes.map { before[Int($0.end)] - before[Int($0.start)] }
    whole = [Int32](repeating: -1, count: tree.nodes.count)
    for node in tree.nodes.indices where coreCounts[node] > 0 {
      if tree.greatestDistance(node, node) <= limit { joinAll(of: node) }
    }
  }

  /// Joins everything that is in reach of each other.
  mutating func connect() {
    if !tree.nodes.isEmpty { connect(0, 0) }
  }

  /// The component of each core row, numbered from 0; −1 for other rows.
  mutating func labels() -> [Int32] {
    var numbers = [Int32](repeating: -1, count: isCore.count)
    var labels = [Int32](repeating: -1, count: isCore.count)
    var next: Int32 = 0
    for row in isCore.indices where isCore[row] {
      let root = Int(root(of: Int32(row)))
      if numbers[root] < 0 {
        numbers[root] = next
        next += 1
      }
      labels[row] = numbers[root]
    }
    return labels
  }

  /// Joins the rows of one node to those of another, or of itself.
  private mutating func connect(_ a: Int, _ b: Int) {
    guard coreCounts[a] > 0, coreCounts[b] > 0, tree.leastDistance(a, b) <= limit else { return }
    refresh(a)
    refresh(b)
    if isSame(a, b) { return }
    let (left, right) = (tree.nodes[a], tree.nodes[b])
    if left.isLeaf && right.isLeaf {
      join(a, b)
    } else if a == b {
      connect(a + 1, a + 1)
      connect(Int(left.right), Int(left.right))
      connect(a + 1, Int(left.right))
    } else if right.isLeaf || (!left.isLeaf && left.rows.count >= right.rows.count) {
      connect(a + 1, b)
      connect(Int(left.right), b)
    } else {
      connect(a, b + 1)
      connect(a, Int(right.right))
    }
    refresh(a)
    refresh(b)
  }

  /// Joins the rows of two leaves.
  private mutating func join(_ leaf: Int, _ other: Int) {
    let others = tree.nodes[other].rows
    for row in tree.nodes[leaf].rows where isCore[row] {
      if whole[other] >= 0 {
        let mine = root(of: Int32(row))
        if mine == root(of: whole[other]) {
          if whole[leaf] >= 0 { return }
          continue
        }
      }
      tree.points.copyRow(row, into: &point)
      if tree.reach(other, from: point) > limit { continue }
      var near =
        tree.points.near(others, to: point, within: limit, into: &distances) & coreBits[other]
      while near != 0 {
        unite(Int32(row), Int32(others.lowerBound + near.trailingZeroBitCount))
        if whole[other] >= 0 { break }
        near &= near - 1
      }
    }
  }

  /// Whether all core rows of both nodes are known to be in one component.
  private mutating func isSame(_ a: Int, _ b: Int) -> Bool {
    guard whole[a] >= 0, whole[b] >= 0 else { return false }
    let rootA = root(of: whole[a])
    let rootB = root(of: whole[b])
    return rootA == rootB
  }

  /// Finds out whether a node has become whole.
  private mutating func refresh(_ node: Int) {
    guard whole[node] < 0 else { return }
    let entry = tree.nodes[node]
    guard entry.isLeaf else {
      let left = node + 1
      let right = Int(entry.right)
      if coreCounts[left] == 0 {
        whole[node] = whole[right]
      } else if coreCounts[right] == 0 || isSame(left, right) {
        whole[node] = whole[left]
      }
      return
    }
    var first: Int32 = -1
    for row in entry.rows where isCore[row] {
      let root = root(of: Int32(row))
      if first < 0 { first = root }
      if root != first { return }
    }
    whole[node] = first
  }

  private mutating func joinAll(of node: Int) {
    for row in tree.nodes[node].rows where isCore[row] {
      if whole[node] < 0 { whole[node] = Int32(row) } else { unite(whole[node], Int32(row)) }
    }
  }

  private mutating func unite(_ a: Int32, _ b: Int32) {
    let rootA = root(of: a)
    let rootB = root(of: b)
    // The lower row leads; which one leads cannot be seen from outside.
    if rootA < rootB { parents[Int(rootB)] = rootA } else { parents[Int(rootA)] = rootB }
  }

  private mutating func root(of row: Int32) -> Int32 {
    var row = row
    while parents[Int(row)] != row {
      let grandparent = parents[Int(parents[Int(row)])]
      parents[Int(row)] = grandparent
      row = grandparent
    }
    return row
  }
}
