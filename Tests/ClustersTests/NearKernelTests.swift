import Testing

@testable import Clusters

@Suite("The C loops of tree searches")
struct NearKernelTests {
  @Test(
    "mark the rows that plain Swift finds near, with the same distances",
    arguments: [
      (1, 1), (3, 2), (4, 3), (7, 4), (8, 5), (9, 6), (31, 7), (32, 3), (63, 20), (64, 2),
    ]
  )
  func near(rows: Int, columns: Int) {
    let world = Worlds.blobs(rows: rows, columns: columns, groups: 3, spread: 0.2, seed: 1)
    let points = PaddedColumns(columns: world)
    let target = [Double](repeating: 0.3, count: columns)
    let expected = (0..<rows).map { Worlds.squaredDistance(points.row($0), target) }
    var found = [Double](repeating: 0, count: rows + 8)
    for limit in [0, expected[0], expected[rows / 2], .infinity] {
      let marks = points.near(0..<rows, to: target, within: limit, into: &found)
      #expect(Array(found.prefix(rows)) == expected)
      for row in 0..<64 {
        #expect((marks >> UInt64(row) & 1 == 1) == (row < rows && expected[row] <= limit))
      }
    }
    let start = rows / 2
    let marks = points.near(start..<rows, to: target, within: .infinity, into: &found)
    #expect(marks.nonzeroBitCount == rows - start)
    #expect(found[0] == expected[start])
  }

  @Test("measure the same way to a box as plain Swift", arguments: [1, 2, 3, 7, 20])
  func boxes(columns: Int) {
    let world = Worlds.blobs(rows: 300, columns: columns, groups: 3, spread: 0.2, seed: 2)
    let tree = KDTree(sorted: world)
    for row in stride(from: 0, to: 300, by: 7) {
      let point = tree.points.row(row).map { 1.3 * $0 - 0.1 }
      for node in tree.nodes.indices {
        #expect(tree.reach(node, from: point) == tree.leastDistance(node, point))
      }
    }
  }
}
