import Testing

@testable import Clusters

@Suite("Distances to the k-th neighbor")
struct KDistanceTests {
  @Test("are those of brute force, for any number of columns", arguments: [1, 2, 3, 9])
  func agreesWithBruteForce(columns: Int) throws {
    for world in [
      Worlds.blobs(rows: 400, columns: columns, groups: 3, spread: 0.1, seed: 21),
      Worlds.lattice(rows: 400, columns: columns, sides: 4, seed: 22),
      Worlds.collinear(rows: 400, columns: columns, seed: 24),
      Worlds.spots(rows: 400, columns: columns, spots: 30, seed: 25),
    ] {
      let rows = Worlds.rows(world)
      let expected = rows.map { a in
        rows.map { Worlds.squaredDistance(a, $0) }.sorted()[11].squareRoot()
      }
      let found = try KDistance(of: Matrix(columns: world), minPoints: 12)
      #expect(found.distances == expected.sorted())
    }
  }

  @Test("do not depend on the order of rows or the number of cores")
  func deterministic() throws {
    let world = Worlds.blobs(rows: 1_500, columns: 3, groups: 3, spread: 0.1, seed: 23)
    let plain = try KDistance(of: Matrix(columns: world), minPoints: 9)
    let order = Worlds.shuffle(1_500, seed: 1)
    let other = try Parallel.$width.withValue(3) {
      try KDistance(of: Matrix(columns: Worlds.rows(of: world, in: order)), minPoints: 9)
    }
    #expect(plain == other)
  }

  @Test("count the row itself, and the farthest row where there are too few")
  func smallWorlds() throws {
    let matrix = try Matrix(columns: [[0, 1, 3]])
    #expect(try KDistance(of: matrix, minPoints: 1).distances == [0, 0, 0])
    #expect(try KDistance(of: matrix, minPoints: 2).distances == [1, 1, 2])
    #expect(try KDistance(of: matrix, minPoints: 9).distances == [2, 3, 3])
    #expect(throws: ClusterError.minPointsOutOfRange(0)) {
      try KDistance(of: matrix, minPoints: 0)
    }
  }

  @Test("bend where dense rows end, whatever one far row does")
  func knee() throws {
    let dense = (0..<900).map { Double($0) * 0.01 }
    let loose = (0..<100).map { 100 + Double($0 * $0) }
    let curve = try KDistance(of: Matrix(columns: [dense + loose]), minPoints: 3)
    let knee = try #require(curve.knee)
    #expect(near(knee.share, 0.9, within: 0.02))
    let far = try KDistance(of: Matrix(columns: [dense + loose + [1e9]]), minPoints: 3)
    #expect(near(far.knee?.eps, knee.eps, within: 3))
  }

  @Test("propose a radius above zero wherever two rows differ")
  func proposal() throws {
    let equal = try Matrix(columns: [[5, 5, 5, 5]])
    #expect(try KDistance(of: equal, minPoints: 2).proposedEps == nil)
    let mostlyEqual = try Matrix(columns: [[Double](repeating: 5, count: 99) + [6]])
    #expect(try KDistance(of: mostlyEqual, minPoints: 2).proposedEps == 1)
  }

  @Test("are summed up by quantiles from the smallest to the largest")
  func quantiles() throws {
    let curve = try KDistance(of: Matrix(columns: [[0, 1, 3, 7, 20]]), minPoints: 2)
    #expect(curve.distances == [1, 1, 2, 4, 13])
    #expect(curve.quantiles(3) == [1, 2, 13])
    #expect(curve.quantiles(9).count == 9)
    #expect(curve.quantile(0.25) == 1)
  }
}
