import Testing

@testable import Clusters

@Suite("k-means")
struct KMeansTests {
  @Test("finds groups that lie apart, with their means as centers")
  func findsGroups() throws {
    let matrix = try Matrix(columns: [[0, 1, 10, 11, 12, 30], [0, 0, 5, 5, 5, 9]])
    let fit = try KMeans(k: 3).fit(matrix)
    #expect(fit.partition.labels == [1, 1, 0, 0, 0, 2])
    #expect(fit.centers == [[11, 5], [0.5, 0], [30, 9]])
    #expect(fit.inertia == 2.5)
    #expect(fit.restarts == 10)
  }

  @Test("gives as many clusters as there are distinct rows, if fewer than k")
  func fewDistinctRows() throws {
    let fit = try KMeans(k: 5).fit(Matrix(columns: [[1, 2, 2, 1, 2]]))
    #expect(fit.partition.sizes == [3, 2])
    #expect(fit.inertia == 0)
    #expect(try KMeans(k: 5).fit(Matrix(columns: [[4]])).partition.sizes == [1])
  }

  @Test("with one cluster has the mean of all rows as its center")
  func oneCluster() throws {
    let fit = try KMeans(k: 1).fit(Matrix(columns: [[1, 2, 6]]))
    #expect(fit.centers == [[3]])
    #expect(fit.inertia == 14)
    #expect(fit.restarts == 1)
  }

  @Test("refuses fewer than one cluster, and restarts that cannot be")
  func refuses() throws {
    let matrix = try Matrix(columns: [[1, 2]])
    #expect(throws: ClusterError.clusterCountOutOfRange(0)) { try KMeans(k: 0).fit(matrix) }
    #expect(throws: ClusterError.restartsOutOfRange(minimum: 5, maximum: 4)) {
      try KMeans(k: 2, minimumRestarts: 5, maximumRestarts: 4).fit(matrix)
    }
  }

  @Test("stops where no row is nearer to another center, and the inertia never grows with k")
  func isAtRest() throws {
    let columns = Worlds.blobs(rows: 800, columns: 3, groups: 6, spread: 0.08, seed: 11)
    let matrix = try Matrix(columns: columns)
    let rows = Worlds.rows(columns)
    var last = Double.infinity
    for k in 1...7 {
      let fit = try KMeans(k: k, seed: 3).fit(matrix)
      var inertia = 0.0
      for (row, values) in rows.enumerated() {
        let distances = fit.centers.map { Worlds.squaredDistance(values, $0) }
        inertia += distances.min() ?? 0
        #expect(distances[Int(fit.partition.labels[row])] == distances.min())
      }
      #expect(near(fit.inertia, inertia, within: 1e-9))
      for (cluster, center) in fit.centers.enumerated() {
        let members = rows.indices.filter { fit.partition.cluster(of: $0) == cluster }
        for column in 0..<3 {
          let mean = members.reduce(0) { $0 + rows[$1][column] } / Double(members.count)
          #expect(near(center[column], mean, within: 1e-12))
        }
      }
      #expect(fit.inertia <= last)
      last = fit.inertia
    }
  }

  @Test("starts from given centers, in whatever order, and stays where it was at rest")
  func warmStart() throws {
    let columns = Worlds.blobs(rows: 900, columns: 3, groups: 5, spread: 0.08, seed: 15)
    let matrix = OrderedMatrix(try Matrix(columns: columns))
    let method = KMeans(k: 5, seed: 3)
    let cold = try method.fit(matrix)
    for centers in [cold.centers, cold.centers.reversed()] {
      let warm = try method.fit(matrix, from: centers)
      #expect(warm.partition == cold.partition)
      #expect(warm.centers == cold.centers)
      #expect(warm.inertia == cold.inertia)
      #expect(warm.restarts == 1)
      #expect(warm.iterations <= 2)
    }
    // New rows move the centers a little; from the old ones it takes few steps.
    let more = columns.map { $0 + $0.prefix(100).map { $0 * 1.01 } }
    let refit = try method.fit(OrderedMatrix(Matrix(columns: more)), from: cold.centers)
    let anew = try method.fit(Matrix(columns: more))
    #expect(near(refit.inertia, anew.inertia, within: 1e-6 * anew.inertia))
    // A center that no row is nearest to is mended.
    let far = try method.fit(matrix, from: cold.centers.dropLast() + [[1e9, 1e9, 1e9]])
    #expect(far.partition.clusterCount == 5)
  }

  @Test("refuses centers to start from that do not fit")
  func refusesCenters() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[1, 2, 5]]))
    #expect(throws: ClusterError.centerCountDiffers(expected: 2, found: 1)) {
      try KMeans(k: 2).fit(matrix, from: [[1]])
    }
    #expect(throws: ClusterError.columnCountDiffers(expected: 1, found: 2)) {
      try KMeans(k: 2).fit(matrix, from: [[1], [2, 3]])
    }
    for bad in [Double.nan, .infinity, 1e151] {
      #expect(throws: ClusterError.centerOutOfRange(1)) {
        try KMeans(k: 2).fit(matrix, from: [[1], [bad]])
      }
    }
    #expect(try KMeans(k: 4).fit(matrix, from: [[1], [2], [3], [4]]).partition.clusterCount == 3)
  }

  @Test("gives scored rows the cluster they have in the fit, and says how clear it is")
  func scoring() throws {
    for columns in [
      Worlds.blobs(rows: 500, columns: 3, groups: 4, spread: 0.1, seed: 12),
      Worlds.lattice(rows: 300, columns: 2, sides: 5, seed: 13),
    ] {
      let matrix = try Matrix(columns: columns)
      let fit = try KMeans(k: 4).fit(matrix)
      let answers = try NearestCenters(fit.centers).answers(for: matrix)
      #expect(answers.map { Int32($0.cluster) } == fit.partition.labels)
      #expect(answers.allSatisfy { (0...1).contains($0.confidence) })
      #expect(answers.allSatisfy { $0.distance <= $0.distanceToNext })
    }
  }

  @Test("scores a row on its center with confidence 1, in the middle with 0, alone with 1")
  func confidence() throws {
    let centers = NearestCenters([[4], [0]])
    let answers = try centers.answers(for: Matrix(columns: [[0, 2, 4, 1]]))
    #expect(answers.map(\.cluster) == [1, 1, 0, 1])
    #expect(answers.map(\.confidence) == [1, 0, 1, 1 - 1.0 / 3])
    #expect(try NearestCenters([[4]]).answers(for: Matrix(columns: [[0]]))[0].confidence == 1)
    #expect(throws: ClusterError.columnCountDiffers(expected: 1, found: 2)) {
      try centers.answers(for: Matrix(columns: [[0], [0]]))
    }
  }
}
