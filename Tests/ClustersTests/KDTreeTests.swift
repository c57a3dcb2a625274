import Testing

@testable import Clusters

@Suite("The search tree")
struct KDTreeTests {
  /// More rows than are built in one go, with many equal values.
  private func columns() -> [[Double]] {
    let blobs = Worlds.blobs(rows: 20_000, columns: 2, groups: 5, spread: 0.1, seed: 9)
    return blobs + Worlds.lattice(rows: 20_000, columns: 1, sides: 7, seed: 9)
  }

  @Test("is the same for any number of cores")
  func sameForAnyWidth() throws {
    let columns = columns()
    let tree = KDTree(sorted: columns)
    let alone = Parallel.$width.withValue(1) { KDTree(sorted: columns) }
    #expect(tree.positions == alone.positions)
    #expect(tree.boxes == alone.boxes)
    #expect(tree.flatNodes == alone.flatNodes)
  }

  @Test("holds every row once, halves its nodes and knows their boxes")
  func shape() throws {
    let columns = columns()
    let tree = KDTree(sorted: columns)
    #expect(tree.positions.sorted() == (0..<20_000).map { Int32($0) })
    #expect(tree.nodes[0].rows == 0..<20_000)
    for (node, entry) in tree.nodes.enumerated() {
      for column in columns.indices {
        let values = entry.rows.map { tree.points.value($0, column) }
        let at = (node * columns.count + column) * 2
        #expect(tree.boxes[at] == values.min() && tree.boxes[at + 1] == values.max())
      }
      if entry.isLeaf {
        #expect(entry.rows.count <= KDTree.leafSize)
      } else {
        let (left, right) = (tree.nodes[node + 1].rows, tree.nodes[Int(entry.right)].rows)
        #expect(left.lowerBound == entry.start && right.upperBound == entry.end)
        #expect(left.upperBound == right.lowerBound && left.count == entry.rows.count / 2)
      }
    }
  }
}
