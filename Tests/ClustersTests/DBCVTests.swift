import RealModule
import Testing

@testable import Clusters

@Suite("DBCV")
struct DBCVTests {
  static let cases: [[[Double]]] = [
    Worlds.blobs(rows: 200, columns: 2, groups: 3, spread: 0.03, seed: 1),
    Worlds.blobs(rows: 150, columns: 3, groups: 4, spread: 0.1, seed: 2),
    Worlds.blobs(rows: 120, columns: 9, groups: 3, spread: 0.05, seed: 3),
    Worlds.blobs(rows: 150, columns: 1, groups: 3, spread: 0.02, seed: 4),
  ]

  /// The definition: all pairs, links sorted from short to long and taken where they join.
  private func byDefinition(_ rows: [[Double]], _ labels: [Int32]) -> Double {
    let count = Int(labels.max() ?? -1) + 1
    let columns = Double(rows[0].count)
    var inner: [[(row: [Double], core: Double)]] = []
    var sparseness: [Double] = []
    for cluster in 0..<count {
      let own = rows.indices.filter { labels[$0] == Int32(cluster) }.map { rows[$0] }
      let cores = own.indices.map { a in
        let powers = own.indices.filter { $0 != a }.map { b in
          Double.pow(1 / Worlds.squaredDistance(own[a], own[b]).squareRoot(), columns)
        }
        return Double.pow(powers.reduce(0, +) / Double(own.count - 1), -1 / columns)
      }
      var links: [(reach: Double, core: Double, way: Double, a: Int, b: Int)] = []
      for a in own.indices {
        for b in 0..<a {
          let way = Worlds.squaredDistance(own[a], own[b]).squareRoot()
          let (low, high) = (min(cores[a], cores[b]), max(cores[a], cores[b]))
          links.append((max(way, high), low, way, a, b))
        }
      }
      links.sort { ($0.reach, $0.core, $0.way) < ($1.reach, $1.core, $1.way) }
      var sets = DisjointSets(count: own.count)
      let tree = links.filter { sets.unite($0.a, $0.b) }
      var degrees = [Int](repeating: 0, count: own.count)
      for link in tree {
        degrees[link.a] += 1
        degrees[link.b] += 1
      }
      let innerLinks = tree.filter { degrees[$0.a] > 1 && degrees[$0.b] > 1 }
      sparseness.append(innerLinks.map(\.reach).max() ?? tree.map(\.reach).max() ?? 0)
      inner.append(own.indices.filter { degrees[$0] > 1 }.map { (own[$0], cores[$0]) })
    }
    var total = 0.0
    for cluster in 0..<count {
      var apart = Double.infinity
      for other in 0..<count where other != cluster {
        for a in inner[cluster] {
          for b in inner[other] {
            let way = Worlds.squaredDistance(a.row, b.row).squareRoot()
            apart = min(apart, max(way, max(a.core, b.core)))
          }
        }
      }
      let share = Double(labels.count { $0 == Int32(cluster) }) / Double(rows.count)
      total += share * (apart - sparseness[cluster]) / max(apart, sparseness[cluster])
    }
    return total
  }

  @Test("agrees with its definition", arguments: cases.indices)
  func agreesWithDefinition(index: Int) throws {
    let world = Self.cases[index]
    let matrix = OrderedMatrix(try Matrix(columns: world))
    var labels = try KMeans(k: 3, seed: 1).fit(matrix).partition.labels
    for row in stride(from: 0, to: labels.count, by: 11) { labels[row] = Partition.noise }
    let partition = Partition(labels: labels, on: matrix)
    let score = DBCV(of: partition, on: matrix)
    let expected = byDefinition(Worlds.rows(world), partition.labels)
    #expect(near(score.value, expected, within: 1e-9))
    #expect(score.sampleCount == labels.count - partition.noiseCount)
  }

  @Test("prefers the shapes of dense groups to round cuts through them")
  func prefersShapes() throws {
    // Two long parallel bands: k-means with two centers cuts both across.
    var chance = SeededGenerator(seed: 5)
    let along = (0..<600).map { _ in 10 * chance.nextUnit() }
    let across = (0..<600).map { 2 * Double($0 % 2) + 0.1 * chance.nextUnit() }
    let matrix = OrderedMatrix(try Matrix(columns: [along, across]))
    let bands = Partition(labels: (0..<600).map { Int32($0 % 2) }, on: matrix)
    let cut = try KMeans(k: 2, seed: 1).fit(matrix).partition
    let good = try #require(DBCV(of: bands, on: matrix).value)
    let bad = try #require(DBCV(of: cut, on: matrix).value)
    #expect(good > 0.3)
    #expect(bad < 0)
  }

  @Test("of a sample is near that of all rows, and has the same bits for any order and cores")
  func sample() throws {
    let world = Worlds.blobs(rows: 3_000, columns: 2, groups: 3, spread: 0.02, seed: 12)
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let partition = Partition(labels: (0..<3_000).map { Int32($0 % 3) }, on: matrix)
    let all = try #require(DBCV(of: partition, on: matrix).value)
    let sampled = DBCV(of: partition, on: matrix, rowLimit: 750)
    #expect(sampled.sampleCount == 750)
    #expect(near(sampled.value, all, within: 0.1))
    let order = Worlds.shuffle(3_000, seed: 1)
    let shuffled = OrderedMatrix(try Matrix(columns: Worlds.rows(of: world, in: order)))
    let moved = Partition(labels: order.map { Int32($0 % 3) }, on: shuffled)
    #expect(DBCV(of: moved, on: shuffled, rowLimit: 750) == sampled)
    let alone = Parallel.$width.withValue(1) { DBCV(of: partition, on: matrix, rowLimit: 750) }
    #expect(alone == sampled)
  }

  @Test("is defined for equal rows, and not for one cluster or clusters of two")
  func edges() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[1, 1, 1, 5, 5, 5, 5, 9, 9]]))
    let score = DBCV(of: Partition(labels: [0, 0, 0, 1, 1, 1, 1, 2, 2], on: matrix), on: matrix)
    #expect(near(score.value, 7.0 / 9, within: 1e-15))
    #expect(score.clusterValues == [1, 1, nil])
    for labels in [[0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 1, 2, 2, 3, 3, 4]] as [[Int32]] {
      #expect(DBCV(of: Partition(labels: labels, on: matrix), on: matrix).value == nil)
    }
  }
}
