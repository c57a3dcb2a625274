/// Finds the k nearest rows of one row after another.
struct RankedSearch {
  struct Found: Sendable {
    var squares: [Double] = []
    var rows: [Int32] = []
  }

  private struct Near {
    var distance: Double
    var row: Int32
  }

  private(set) var found = Found()
  private let tree: KDTree
  private let rank: Int
  private let width: Int
  /// The nearest so far, the farthest of them on top.
  private var heap: [Near] = []
  private var stack: [(node: Int, distance: Double)] = []
  private var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
  private var point: [Double]
  private var lastPoint: [Double]
  private var isFirst = true
  private var lastDistance = Double.infinity

  init(tree: KDTree, rank: Int, width: Int) {
    self.tree = tree
    self.rank = rank
    self.width = width
    heap.reserveCapacity(rank)
    point = [Double](repeating: 0, count: tree.points.columnCount)
    lastPoint = point
  }

  /// Adds the core distance of a tree row and the nearest of its neighbors to what was found.
  mutating func append(_ row: Int) {
    tree.points.copyRow(row, into: &point)
    found.squares.append(searchHere())
    guard width > 0 else { return }
    if heap.count > width { heap.sort { ($0.distance, $0.row) < ($1.distance, $1.row) } }
    for near in heap.prefix(width) { found.rows.append(near.row) }
  }

  /// The squared distance from any point to the row of that rank.
  mutating func squaredDistance(from other: [Double]) -> Double {
    point = other
    return searchHere()
  }

  private mutating func searchHere() -> Double {
    search(within: boundFromLast())
    swap(&point, &lastPoint)
    isFirst = false
    lastDistance = heap[0].distance.squareRoot()
    return heap[0].distance
  }

  private mutating func search(within bound: Double) {
    heap.removeAll(keepingCapacity: true)
    stack.append((0, 0))
    while let (node, distance) = stack.popLast() {
      // With a full heap an equal distance changes nothing: many equal rows must not be walked.
      if heap.count == rank ? distance >= heap[0].distance : distance > bound { continue }
      let entry = tree.nodes[node]
      if entry.isLeaf {
        take(entry.rows, bound: bound)
        continue
      }
      let left = node + 1
      let right = Int(entry.right)
      let toLeft = tree.reach(left, from: point)
      let toRight = tree.reach(right, from: point)
      let leftIsNearer = toLeft <= toRight
      stack.append(leftIsNearer ? (right, toRight) : (left, toLeft))
      stack.append(leftIsNearer ? (left, toLeft) : (right, toRight))
    }
  }

  /// No k-th neighbor is farther than that of the row before plus the way to it.
  private func boundFromLast() -> Double {
    guard !isFirst else { return .infinity }
    var way = 0.0
    for (a, b) in zip(point, lastPoint) { way += (a - b) * (a - b) }
    let reach = (lastDistance + way.squareRoot()) * (1 + 1e-9)
    return reach * reach
  }

  private mutating func take(_ rows: Range<Int>, bound: Double) {
    let limit = heap.count < rank ? bound : heap[0].distance
    var near = tree.points.near(rows, to: point, within: limit, into: &distances)
    while near != 0 {
      let offset = near.trailingZeroBitCount
      near &= near - 1
      let distance = distances[offset]
      if heap.count < rank {
        push(Near(distance: distance, row: Int32(rows.lowerBound + offset)))
      } else if distance < heap[0].distance {
        replaceTop(Near(distance: distance, row: Int32(rows.lowerBound + offset)))
      }
    }
  }

  private mutating func push(_ near: Near) {
    heap.append(near)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if heap[parent].distance >= near.distance { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = near
  }

  private mutating func replaceTop(_ near: Near) {
    var parent = 0
    let count = heap.count
    while true {
      var child = 2 * parent + 1
      if child >= count { break }
      if child + 1 < count, heap[child + 1].distance > heap[child].distance { child += 1 }
      if heap[child].distance <= near.distance { break }
      heap[parent] = heap[child]
      parent = child
    }
    heap[parent] = near
  }
}
