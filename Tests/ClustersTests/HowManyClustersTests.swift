import Testing

@testable import Clusters

@Suite("The simplified silhouette")
struct SimplifiedSilhouetteTests {
  @Test("follows its definition, row by row")
  func slowTwin() throws {
    let columns = Worlds.blobs(rows: 300, columns: 3, groups: 4, spread: 0.15, seed: 111)
    let matrix = OrderedMatrix(try Matrix(columns: columns))
    let rows = Worlds.rows(columns)
    var chance = SeededGenerator(seed: 112)
    // Labels by chance: then the own center is often not the nearest. Some rows are noise.
    let labels = rows.indices.map { $0 == 7 ? 5 : Int32(chance.nextUnit() * 5) - 1 }
    let partition = Partition(labels: labels, on: matrix)
    let found = SimplifiedSilhouette.samples(of: partition, on: matrix)
    let centers = (0..<partition.clusterCount).map { cluster in
      let members = rows.indices.filter { partition.cluster(of: $0) == cluster }
      return (0..<3).map { column in
        members.reduce(0) { $0 + rows[$1][column] } / Double(members.count)
      }
    }
    for (row, values) in rows.enumerated() {
      guard let cluster = partition.cluster(of: row), partition.sizes[cluster] > 1 else {
        #expect(found[row] == 0)
        continue
      }
      let distances = centers.map { Worlds.squaredDistance(values, $0).squareRoot() }
      let own = distances[cluster]
      let next = distances.indices.filter { $0 != cluster }.map { distances[$0] }.min() ?? 0
      #expect(near(found[row], (next - own) / max(next, own), within: 1e-12))
    }
    let clustered = Double(rows.count - partition.noiseCount)
    let mean = SimplifiedSilhouette.mean(of: partition, on: matrix)
    #expect(near(mean, found.reduce(0, +) / clustered, within: 1e-12))
  }

  @Test("is not defined for fewer than two clusters or rows that are all alone")
  func undefined() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[1, 2, 4]]))
    let one = Partition(labels: [0, 0, 0], on: matrix)
    let alone = Partition(labels: [0, 1, 2], on: matrix)
    #expect(SimplifiedSilhouette.mean(of: one, on: matrix) == nil)
    #expect(SimplifiedSilhouette.mean(of: alone, on: matrix) == nil)
    #expect(SimplifiedSilhouette.samples(of: one, on: matrix) == [0, 0, 0])
  }
}

@Suite("The gap statistic")
struct GapStatisticTests {
  @Test("finds the number of groups, and one where there are none")
  func counts() throws {
    let rules = GapStatistic.Rule.allCases
    for (groups, seed) in [(2, 121), (3, 122), (5, 125)] {
      let world = Worlds.blobs(
        rows: 300,
        columns: 2,
        groups: groups,
        spread: 0.02,
        seed: UInt64(seed)
      )
      let gap = try GapStatistic(of: OrderedMatrix(Matrix(columns: world)), k: 1...7)
      for rule in rules { #expect(gap.count(by: rule) == groups) }
    }
    var chance = SeededGenerator(seed: 124)
    let even = (0..<2).map { _ in (0..<300).map { _ in chance.nextUnit() } }
    let gap = try GapStatistic(of: OrderedMatrix(Matrix(columns: even)), k: 1...5)
    for rule in rules { #expect(gap.count(by: rule) == 1) }
  }

  @Test("does not depend on the order of rows or the number of cores, to the last bit")
  func repeats() throws {
    let world = Worlds.blobs(rows: 200, columns: 3, groups: 3, spread: 0.1, seed: 126)
    let order = Worlds.shuffle(200, seed: 1)
    let shuffled = Worlds.rows(of: world, in: order)
    let plain = try GapStatistic(of: OrderedMatrix(Matrix(columns: world)), k: 1...4, references: 4)
    let other = try Parallel.$width.withValue(3) {
      try GapStatistic(of: OrderedMatrix(Matrix(columns: shuffled)), k: 1...4, references: 4)
    }
    #expect(other == plain)
  }

  @Test("reads the curve by its rules")
  func rules() throws {
    let world = Worlds.blobs(rows: 80, columns: 2, groups: 3, spread: 0.05, seed: 127)
    let gap = try GapStatistic(of: OrderedMatrix(Matrix(columns: world)), k: 2...6)
    #expect(gap.points.map(\.k) == [2, 3, 4, 5, 6])
    #expect(gap.points.allSatisfy { $0.error > 0 && $0.gap.isFinite })
    #expect(gap.count(by: .firstWithinError) == 3)
  }

  @Test("is defined for few and for equal rows, and refuses what cannot be")
  func edges() throws {
    let equal = OrderedMatrix(try Matrix(columns: [[2, 2, 2]]))
    #expect(try GapStatistic(of: equal, k: 1...3).points.isEmpty)
    #expect(try GapStatistic(of: equal, k: 1...3).count(by: .notBelowNext) == nil)
    let two = OrderedMatrix(try Matrix(columns: [[2, 3, 3]]))
    #expect(try GapStatistic(of: two, k: 1...3).points.map(\.k) == [1])
    #expect(throws: ClusterError.clusterCountOutOfRange(0)) { try GapStatistic(of: two, k: 0...3) }
    #expect(throws: ClusterError.referencesOutOfRange(0)) {
      try GapStatistic(of: two, k: 1...3, references: 0)
    }
  }
}
