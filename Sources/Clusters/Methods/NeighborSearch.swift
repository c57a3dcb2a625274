/// Finds the distance to the k-th nearest row, one row after another.
struct NeighborSearch {
  private let tree: KDTree
  private let rank: Int
  /// The smallest squared distances so far, the largest of them on top.
  private var heap: [Double] = []
  private var stack: [(node: Int, distance: Double)] = []
  private var distances = [Double](repeating: 0, count: KDTree.leafSize + 8)
  private var point: [Double]
  private var lastPoint: [Double] = []
  private var lastDistance = Double.infinity

  init(tree: KDTree, rank: Int) {
    self.tree = tree
    self.rank = rank
    heap.reserveCapacity(rank)
    point = [Double](repeating: 0, count: tree.points.columnCount)
  }

  /// The squared distance from a tree row to its k-th nearest, itself counted.
  mutating func squaredDistance(from row: Int) -> Double {
    tree.points.copyRow(row, into: &point)
    let bound = boundFromLast()
    heap.removeAll(keepingCapacity: true)
    stack.append((0, 0))
    while let (node, distance) = stack.popLast() {
      // With a full heap an equal distance changes nothing: many equal rows must not be walked.
      if heap.count == rank ? distance >= heap[0] : distance > bound { continue }
      let entry = tree.nodes[node]
      if entry.isLeaf {
        take(entry.rows, bound: bound)
      } else {
        let left = node + 1
        let right = Int(entry.right)
        let toLeft = tree.leastDistance(left, point)
        let toRight = tree.leastDistance(right, point)
        if toLeft <= toRight {
          stack.append((right, toRight))
          stack.append((left, toLeft))
        } else {
          stack.append((left, toLeft))
          stack.append((right, toRight))
        }
      }
    }
    lastPoint = point
    lastDistance = heap[0].squareRoot()
    return heap[0]
  }

  /// No k-th neighbor is farther than that of the row before plus the way to it.
  private func boundFromLast() -> Double {
    guard lastPoint.count == point.count else { return .infinity }
    var way = 0.0
    for (a, b) in zip(point, lastPoint) { way += (a - b) * (a - b) }
    let reach = (lastDistance + way.squareRoot()) * (1 + 1e-9)
    return reach * reach
  }

  private mutating func take(_ rows: Range<Int>, bound: Double) {
    tree.points.squaredDistances(rows, to: point, into: &distances)
    for offset in 0..<rows.count {
      let distance = distances[offset]
      if heap.count < rank {
        if distance <= bound { push(distance) }
      } else if distance < heap[0] {
        replaceTop(distance)
      }
    }
  }

  private mutating func push(_ value: Double) {
    heap.append(value)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if heap[parent] >= value { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = value
  }

  private mutating func replaceTop(_ value: Double) {
    var parent = 0
    let count = heap.count
    while true {
      var child = 2 * parent + 1
      if child >= count { break }
      if child + 1 < count, heap[child + 1] > heap[child] { child += 1 }
      if heap[child] <= value { break }
      heap[parent] = heap[child]
      parent = child
    }
    heap[parent] = value
  }
}
