import Testing

@testable import Clusters

@Suite("Principal components")
struct PrincipalComponentsTests {
  @Test("of rows on a line lie along it")
  func line() throws {
    let components = try PrincipalComponents(of: Matrix(columns: [[0, 1, 2], [0, -2, -4]]))
    #expect(near(components.explainedVarianceRatio[0], 1, within: 1e-12))
    #expect(near(components.components[0][0], -1 / 5.0.squareRoot(), within: 1e-12))
    #expect(near(components.components[0][1], 2 / 5.0.squareRoot(), within: 1e-12))
    let projected = components.project(try Matrix(columns: [[1], [-2]]), onto: 2)
    #expect(projected.count == 2)
    #expect(near(projected[0][0], 0, within: 1e-12))
  }

  @Test("are of length 1, at right angles, largest variance first, largest loading positive")
  func properties() throws {
    let world = Worlds.blobs(rows: 400, columns: 6, groups: 4, spread: 0.2, seed: 71)
    let found = try PrincipalComponents(of: Matrix(columns: world))
    for (a, x) in found.components.enumerated() {
      for (b, y) in found.components.enumerated() {
        let product = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(near(product, a == b ? 1 : 0, within: 1e-12))
      }
      let largest = x.max { $0.magnitude < $1.magnitude } ?? 0
      #expect(largest > 0)
    }
    let ratios = found.explainedVarianceRatio
    #expect(ratios == ratios.sorted(by: >))
    #expect(near(ratios.reduce(0, +), 1, within: 1e-12))
    let order = Worlds.shuffle(400, seed: 9)
    #expect(
      try PrincipalComponents(of: Matrix(columns: Worlds.rows(of: world, in: order))) == found
    )
  }

  @Test("of equal rows explain nothing, and there are none of no rows")
  func degenerate() throws {
    let equal = try PrincipalComponents(of: Matrix(columns: [[1, 1], [2, 2]]))
    #expect(equal.explainedVarianceRatio == [0, 0])
    #expect(throws: ClusterError.noRows) {
      try PrincipalComponents(of: Matrix(columns: [[], []]))
    }
  }
}
