/// Looks for the shortest links from the rows of a leaf to rows of other components.
///
/// Only rows that might still beat what their component knows take part; they share one walk
/// through the tree.
struct LinkSearch {
  /// What is known of a row after its search: no row outside is nearer than `square`, and `other`
  /// is a row just that near, or −1 where it was only a bound.
  struct Found: Sendable {
    var row: Int32
    var other: Int32
    var square: Double
  }

  private struct Seeker {
    var row: Int
    var component: Int32
    var core: Double
    /// Nothing at this square or above is of interest.
    var bound: Double
    var other: Int32
  }

  private(set) var found: [Found] = []
  private let growth: ForestGrowth
  private let tree: KDTree
  private var seekers: [Seeker] = []
  private var stack: [(node: Int, square: Double)] = []
  private var low: [Double]
  private var high: [Double]
  private var point: [Double]
  private var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
  /// The largest bound and the smallest core distance of the seekers.
  private var limit = 0.0
  private var least = 0.0
  /// The component that all seekers belong to, else −1.
  private var common: Int32 = -1

  init(_ growth: ForestGrowth) {
    self.growth = growth
    tree = growth.tree
    let columns = tree.points.columnCount
    low = [Double](repeating: 0, count: columns)
    high = [Double](repeating: 0, count: columns)
    point = [Double](repeating: 0, count: columns)
  }

  /// Searches for all rows of a leaf together.
  mutating func visit(_ leaf: Int) {
    gather(leaf)
    guard !seekers.isEmpty else { return }
    stack.append((0, 0))
    while let (node, square) = stack.popLast() {
      if square >= limit { continue }
      let entry = tree.nodes[node]
      if entry.isLeaf {
        compare(with: node)
        continue
      }
      let left = reach(node + 1)
      let right = reach(Int(entry.right))
      let leftIsNearer = left <= right
      push(leftIsNearer ? Int(entry.right) : node + 1, leftIsNearer ? right : left)
      push(leftIsNearer ? node + 1 : Int(entry.right), leftIsNearer ? left : right)
    }
    for seeker in seekers {
      found.append(Found(row: Int32(seeker.row), other: seeker.other, square: seeker.bound))
    }
  }

  private mutating func push(_ node: Int, _ square: Double) {
    if square < limit { stack.append((node, square)) }
  }

  /// The rows that might find something, and the box around them.
  private mutating func gather(_ leaf: Int) {
    seekers.removeAll(keepingCapacity: true)
    let whole = growth.nodeComponents[leaf]
    if whole >= 0, !growth.isSearching(whole) { return }
    for row in tree.nodes[leaf].rows {
      let component = growth.components[row]
      let bound = growth.bounds[Int(component)]
      guard growth.floors[row] < bound, growth.isSearching(component) else { continue }
      let core = growth.cores[row]
      seekers.append(Seeker(row: row, component: component, core: core, bound: bound, other: -1))
    }
    guard let first = seekers.first else { return }
    common = seekers.allSatisfy { $0.component == first.component } ? first.component : -1
    least = seekers.reduce(.infinity) { min($0, $1.core) }
    limit = seekers.reduce(0) { max($0, $1.bound) }
    for column in low.indices {
      low[column] = .infinity
      high[column] = -.infinity
      for seeker in seekers {
        let value = tree.points.value(seeker.row, column)
        low[column] = min(low[column], value)
        high[column] = max(high[column], value)
      }
    }
  }

  /// The least square at which a seeker can reach a row of the node; infinite among themselves.
  private func reach(_ node: Int) -> Double {
    if common >= 0, growth.nodeComponents[node] == common { return .infinity }
    var sum = 0.0
    var at = node * low.count * 2
    for column in low.indices {
      let gap = max(0, max(tree.boxes[at] - high[column], low[column] - tree.boxes[at + 1]))
      sum += gap * gap
      at += 2
    }
    return max(sum, max(least, growth.nodeCores[node]))
  }

  private mutating func compare(with node: Int) {
    let rows = tree.nodes[node].rows
    let whole = growth.nodeComponents[node]
    var isShorter = false
    for index in seekers.indices {
      var seeker = seekers[index]
      guard whole != seeker.component else { continue }
      guard max(seeker.core, growth.nodeCores[node]) < seeker.bound else { continue }
      tree.points.copyRow(seeker.row, into: &point)
      guard tree.leastDistance(node, point) < seeker.bound else { continue }
      tree.points.squaredDistances(rows, to: point, into: &distances)
      let before = seeker.bound
      for (offset, row) in rows.enumerated() where distances[offset] < seeker.bound {
        let square = max(distances[offset], max(seeker.core, growth.cores[row]))
        guard square < seeker.bound, growth.components[row] != seeker.component else { continue }
        seeker.bound = square
        seeker.other = Int32(row)
      }
      guard seeker.bound < before else { continue }
      isShorter = true
      seekers[index] = seeker
      for other in seekers.indices
      where seekers[other].component == seeker.component && seekers[other].bound > seeker.bound {
        seekers[other].bound = seeker.bound
        seekers[other].other = -1
      }
    }
    if isShorter { limit = seekers.reduce(0) { max($0, $1.bound) } }
  }
}
