import Testing

@testable import Clusters

@Suite("The examples on the pages of methods")
struct MethodPagesTests {
  let raw: Matrix
  let matrix: OrderedMatrix

  init() throws {
    raw = try Matrix(columns: Worlds.blobs(rows: 300, columns: 3, groups: 3, spread: 0.03, seed: 6))
    matrix = OrderedMatrix(raw)
  }

  @Test("do what they say: Ward")
  func ward() throws {
    let tree = try WardTree(of: matrix)
    let three = try tree.partition(k: 3)
    let drawn = tree.dendrogram(last: 30)

    #expect(three.sizes == [100, 100, 100])
    #expect(drawn.merges.count == 30)
  }

  @Test("do what they say: Gaussian mixtures")
  func mixture() throws {
    let fit = try GaussianMixture(k: 3).fit(matrix)
    let shares = try fit.memberships(of: raw)

    #expect(shares.count == 300)
  }

  @Test("do what they say: scaling")
  func scaling() throws {
    let scaling = try Scaling.fit(raw, .power)
    let scaled = scaling.apply(to: raw)
    let again = scaling.undo(scaled)

    for (column, original) in zip(again.columns, raw.columns) {
      #expect(zip(column, original).allSatisfy { near($0, $1, within: 1e-12) })
    }
  }

  @Test("do what they say: comparing partitions, and how many clusters")
  func comparing() throws {
    let before = try KMeans(k: 3).fit(matrix).partition
    let after = try MiniBatchKMeans(k: 3).fit(matrix).partition
    let agreement = PartitionAgreement(before, after)
    let foundAgain = agreement.bestJaccards
    let gap = try GapStatistic(of: matrix, k: 1...10)
    let count = gap.count(by: .firstWithinError)

    #expect(foundAgain == [1, 1, 1])
    #expect(count == 3)
  }
}
