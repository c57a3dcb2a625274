import Testing

@testable import Clusters

@Suite("The stability of a cluster")
struct ClusterStabilityTests {
  private func subsamples(of rows: Int, size: Int) -> [[Int]] {
    (1...25 as ClosedRange<UInt64>).map { Array(Worlds.shuffle(rows, seed: $0).prefix(size)) }
  }

  @Test("is high for groups that are there, low for cuts through a cloud")
  func tellsGroupsFromCuts() throws {
    func words(groups: Int, k: Int) throws -> [ClusterStability.Word?] {
      let world = Worlds.blobs(rows: 600, columns: 2, groups: groups, spread: 0.02, seed: 5)
      let matrix = try Matrix(columns: world)
      let partition = try KMeans(k: k, seed: 1).fit(matrix).partition
      let stability = try ClusterStability(
        of: partition,
        subsamples: Subsample.all(subsamples(of: 600, size: 200), of: matrix),
        refit: { sample throws(ClusterError) in
          try KMeans(k: k, seed: 1).fit(sample.matrix).partition
        },
      )
      return stability.words
    }
    #expect(try words(groups: 3, k: 3) == [.highlyStable, .highlyStable, .highlyStable])
    #expect(try words(groups: 1, k: 7).contains(.unstable))
  }

  @Test("is the mean of the best similarities, worked out by hand")
  func byHand() throws {
    let matrix = try Matrix(columns: [[1, 2, 3, 7, 8, 9, 50]])
    let ordered = OrderedMatrix(matrix)
    let partition = Partition(labels: [0, 0, 0, 1, 1, 1, 2], on: ordered)
    let stability = try ClusterStability(
      of: partition,
      subsamples: Subsample.all([[0, 1, 2, 3, 4, 5], [0, 1, 3, 4], []], of: matrix),
      refit: { sample throws(ClusterError) in
        let answer: [Int32] = sample.rows.count == 6 ? [0, 0, 1, 1, 1, -1] : [0, 0, 0, 0]
        return Partition(labels: answer, on: sample.matrix)
      },
    )
    // First: {1, 2} of {1, 2, 3}; {7, 8} of {3, 7, 8, 9}. Then: two of four each.
    let expected = [(2.0 / 3 + 0.5) / 2, (0.5 + 0.5) / 2]
    for (found, value) in zip(stability.jaccard, expected) {
      #expect(near(found, value, within: 1e-15))
    }
    #expect(stability.jaccard[2] == nil)
    #expect(stability.words == [.unstable, .unstable, nil])
  }

  @Test(
    "has a word at every edge",
    arguments: zip(
      [0, 0.599, 0.6, 0.75, 0.7501, 0.85, 0.851, 1],
      [
        .unstable, .unstable, .doubtful, .doubtful, .stable, .stable, .highlyStable, .highlyStable,
      ] as [ClusterStability.Word],
    )
  )
  func words(jaccard: Double, word: ClusterStability.Word) {
    #expect(ClusterStability.Word(jaccard: jaccard) == word)
  }

  @Test("is 0 where a new fit finds only noise, and passes errors on")
  func edges() throws {
    let matrix = try Matrix(columns: [[1, 2, 3, 4]])
    let partition = Partition(labels: [0, 0, 1, 1], on: OrderedMatrix(matrix))
    let none = try ClusterStability(
      of: partition,
      subsamples: [Subsample([0, 3], of: matrix)],
      refit: { sample throws(ClusterError) in
        Partition(labels: [-1, -1], on: sample.matrix)
      },
    )
    #expect(none.jaccard == [0, 0])
    #expect(throws: ClusterError.radiusOutOfRange(0)) {
      try ClusterStability(
        of: partition,
        subsamples: [Subsample([0, 3], of: matrix)],
        refit: { sample throws(ClusterError) in
          try DBSCAN(eps: 0, minPoints: 1).fit(sample.matrix).partition
        },
      )
    }
  }

  @Test("asks for Ward's tree of a subsample once, and cuts it as a fit of its own would")
  func wardTree() throws {
    let world = Worlds.blobs(rows: 300, columns: 3, groups: 4, spread: 0.1, seed: 8)
    let whole = try Matrix(columns: world)
    let rows = Worlds.shuffle(300, seed: 2).prefix(120)
    let sample = Subsample(Array(rows), of: whole)
    let part = try Matrix(columns: world.map { column in rows.map { column[$0] } })
    for k in 2...6 {
      let cut = try sample.wardTree().partition(k: k)
      #expect(try cut.labels == Ward(k: k).fit(part).partition.labels)
    }
  }
}
