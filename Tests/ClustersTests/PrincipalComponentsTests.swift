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

  @Test("of each cluster are those that scikit-learn finds")
  func clusters() throws {
    let expected = try References.all.get().ward
    let matrix = OrderedMatrix(try Matrix(columns: expected.columns))
    let partition = try WardTree(of: matrix).partition(k: 3)
    let found = PrincipalComponents.ofClusters(of: partition, on: matrix)
    #expect(found.count == 3)
    for (ours, theirs) in zip(found, expected.components) {
      #expect(
        zip(ours.explainedVarianceRatio, theirs.explainedVarianceRatio).allSatisfy {
          near($0, $1, within: 1e-9)
        }
      )
      for (a, b) in zip(ours.components, theirs.components) {
        #expect(zip(a, b).allSatisfy { near($0, $1, within: 1e-9) })
      }
    }
  }

  @Test("of a cluster are those of its rows alone, whatever the order of rows")
  func clustersAlone() throws {
    let world = Worlds.blobs(rows: 300, columns: 3, groups: 3, spread: 0.1, seed: 72)
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let labels = (0..<300).map { Int32($0 % 4) - 1 }
    let partition = Partition(labels: labels, on: matrix)
    let found = PrincipalComponents.ofClusters(of: partition, on: matrix)
    for (cluster, components) in found.enumerated() {
      let rows = (0..<300).filter { partition.cluster(of: $0) == cluster }
      let alone = try PrincipalComponents(of: Matrix(columns: Worlds.rows(of: world, in: rows)))
      let variances = zip(components.explainedVariance, alone.explainedVariance)
      #expect(variances.allSatisfy { near($0, $1, within: 1e-14) })
      for (a, b) in zip(components.components, alone.components) {
        #expect(zip(a, b).allSatisfy { near($0, $1, within: 1e-10) })
      }
    }
    let order = Worlds.shuffle(300, seed: 10)
    let shuffled = OrderedMatrix(try Matrix(columns: Worlds.rows(of: world, in: order)))
    let moved = Partition(labels: order.map { labels[$0] }, on: shuffled)
    #expect(PrincipalComponents.ofClusters(of: moved, on: shuffled) == found)
  }

  @Test("of clusters of one and two rows, and of noise alone, are defined")
  func smallClusters() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[0, 3, 9], [0, 4, 9], [1, 1, 9]]))
    let partition = Partition(labels: [0, 0, 1], on: matrix)
    let found = PrincipalComponents.ofClusters(of: partition, on: matrix)
    #expect(near(found[0].explainedVariance[0], 12.5, within: 1e-12))
    #expect(near(found[0].explainedVarianceRatio[0], 1, within: 1e-12))
    #expect(zip(found[0].components[0], [0.6, 0.8, 0]).allSatisfy { near($0, $1, within: 1e-12) })
    #expect(found[1].explainedVariance == [0, 0, 0])
    #expect(found[1].explainedVarianceRatio == [0, 0, 0])
    #expect(found[1].means == [9, 9, 9])
    let noise = Partition(labels: [-1, -1, -1], on: matrix)
    #expect(PrincipalComponents.ofClusters(of: noise, on: matrix).isEmpty)
  }
}
