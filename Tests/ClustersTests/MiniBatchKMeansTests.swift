import Testing

@testable import Clusters

@Suite("Mini-batch k-means")
struct MiniBatchKMeansTests {
  @Test("finds the groups that k-means finds, at hardly more inertia")
  func findsGroups() throws {
    for (columns, groups, seed) in [(2, 3, 101), (4, 6, 102), (8, 5, 103)] {
      let world = Worlds.blobs(
        rows: 20_000,
        columns: columns,
        groups: groups,
        spread: 0.02,
        seed: UInt64(seed)
      )
      let matrix = OrderedMatrix(try Matrix(columns: world))
      let exact = try KMeans(k: groups).fit(matrix)
      let fit = try MiniBatchKMeans(k: groups, batchSize: 1_000).fit(matrix)
      #expect(fit.inertia <= exact.inertia * 1.001)
      #expect(PartitionAgreement(fit.partition, exact.partition).adjustedRand > 0.999)
    }
  }

  @Test("gives every row to its nearest center, and scored rows the cluster they have")
  func scoring() throws {
    let columns = Worlds.blobs(rows: 3_000, columns: 3, groups: 4, spread: 0.1, seed: 104)
    let matrix = try Matrix(columns: columns)
    let fit = try MiniBatchKMeans(k: 5, batchSize: 300).fit(matrix)
    let answers = try NearestCenters(fit.centers).answers(for: matrix)
    #expect(answers.map { Int32($0.cluster) } == fit.partition.labels)
    let inertia = answers.reduce(0) { $0 + $1.distance * $1.distance }
    #expect(near(fit.inertia, inertia, within: 1e-9))
  }

  @Test("gives as many clusters as there are distinct rows, if fewer than k")
  func fewDistinctRows() throws {
    let matrix = try Matrix(columns: [[1, 2, 2, 1, 2]])
    #expect(try MiniBatchKMeans(k: 5).fit(matrix).partition.sizes == [3, 2])
    #expect(try MiniBatchKMeans(k: 5).fit(matrix).inertia == 0)
  }

  @Test("refuses counts that cannot be")
  func refuses() throws {
    let matrix = try Matrix(columns: [[1, 2]])
    #expect(throws: ClusterError.clusterCountOutOfRange(0)) {
      try MiniBatchKMeans(k: 0).fit(matrix)
    }
    #expect(throws: ClusterError.startsOutOfRange(0)) {
      try MiniBatchKMeans(k: 2, starts: 0).fit(matrix)
    }
    #expect(throws: ClusterError.batchSizeOutOfRange(0)) {
      try MiniBatchKMeans(k: 2, batchSize: 0).fit(matrix)
    }
  }
}
