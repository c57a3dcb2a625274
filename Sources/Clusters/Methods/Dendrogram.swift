/// The last merges of a tree of clusters, for drawing.
///
/// Its leaves are the clusters before these merges, numbered from left to right, so that the lines
/// of a drawing do not cross. It has no merge if all rows are equal, and one leaf then.
package struct Dendrogram: Sendable, Equatable {
  /// What is joined: a leaf, or what an earlier merge of the list made.
  package enum Child: Sendable, Equatable {
    case leaf(Int)
    case merge(Int)
  }

  package struct Merge: Sendable, Equatable {
    package let left: Child
    package let right: Child
    package let height: Double
    /// How many rows are below.
    package let count: Int
  }

  /// Lowest first; the last one joins everything.
  package let merges: [Merge]
  /// How many rows each leaf has.
  package let leafCounts: [Int]

  /// Takes merges with their heights, and the size of each cluster before them, by its name.
  init(merges: [WardLinkage.Merge], heights: [Double], counts: [Int]) {
    var known: [Int32: (child: Child, count: Int)] = [:]
    for (name, count) in counts.enumerated() where count > 0 {
      known[Int32(name)] = (.leaf(name), count)
    }
    var made: [Merge] = []
    for (merge, height) in zip(merges, heights) {
      guard let left = known[merge.kept], let right = known[merge.gone] else {
        preconditionFailure("a merge joins clusters that are there")
      }
      made.append(
        Merge(
          left: left.child,
          right: right.child,
          height: height,
          count: left.count + right.count
        )
      )
      known[merge.kept] = (.merge(made.count - 1), left.count + right.count)
      known[merge.gone] = nil
    }
    let order = Self.leaves(of: made, alone: counts.firstIndex { $0 > 0 } ?? 0)
    var numbers: [Int: Int] = [:]
    for (number, name) in order.enumerated() { numbers[name] = number }
    self.merges = made.map { merge in
      Merge(
        left: Self.renamed(merge.left, numbers),
        right: Self.renamed(merge.right, numbers),
        height: merge.height,
        count: merge.count
      )
    }
    leafCounts = order.map { counts[$0] }
  }

  /// The names of the leaves from left to right.
  private static func leaves(of merges: [Merge], alone: Int) -> [Int] {
    guard !merges.isEmpty else { return [alone] }
    var names: [Int] = []
    var stack = [Child.merge(merges.count - 1)]
    while let child = stack.popLast() {
      switch child {
      case .leaf(let name): names.append(name)
      case .merge(let at):
        stack.append(merges[at].right)
        stack.append(merges[at].left)
      }
    }
    return names
  }

  private static func renamed(_ child: Child, _ numbers: [Int: Int]) -> Child {
    switch child {
    case .leaf(let name): .leaf(numbers[name] ?? name)
    case .merge: child
    }
  }
}
