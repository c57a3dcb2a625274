import Testing

@testable import Clusters

@Suite("Steps of Lloyd on a tree")
struct FilteredStepsTests {
  /// Blobs, a grid full of ties, and rows that are all equal.
  private func worlds(_ columns: Int) -> [[[Double]]] {
    let blobs = Worlds.blobs(rows: 700, columns: columns, groups: 4, spread: 0.3, seed: 5)
    let grid = (0..<columns).map { column in
      (0..<600).map { row in Double((row / (column * 6 + 1)) % 5) }
    }
    let equal = [[Double]](repeating: [Double](repeating: 2, count: 100), count: columns)
    return [blobs, grid, equal]
  }

  @Test(
    "move the same rows as a look at every center, to the last bit",
    arguments: [1, 2, 3, 6, 9]
  )
  func sameAsPlain(columns: Int) throws {
    for world in worlds(columns) {
      let tree = OrderedMatrix(try Matrix(columns: world)).tree
      for count in [1, 2, 5, 40] {
        var generator = SeededGenerator(seed: UInt64(count * 100 + columns))
        var plain = Assignment(rows: tree.points.rowCount, columns: columns, count: count)
        var steps = FilteredSteps(on: tree, count: count)
        for round in 0..<6 {
          // Rows and their middles: ties between centers are certain on the grid.
          let centers = (0..<count).flatMap { _ in
            let a = tree.points.row(Int(generator.nextUnit() * Double(tree.points.rowCount)))
            let b = tree.points.row(Int(generator.nextUnit() * Double(tree.points.rowCount)))
            return round.isMultiple(of: 2) ? a : zip(a, b).map { ($0 + $1) / 2 }
          }
          let moved = tree.points.assign(to: centers, &plain)
          #expect(steps.assign(to: centers) == moved)
          #expect(steps.state.labels == plain.labels)
          #expect(steps.state.sums == plain.sums)
          #expect(steps.state.sizes == plain.sizes)
        }
      }
    }
  }
}
