import Foundation
import Testing

@testable import Clusters

@Suite("Every clusterer")
struct ClustererContractTests {
  static let worlds: [[[Double]]] = [
    Worlds.blobs(rows: 900, columns: 3, groups: 4, spread: 0.03, seed: 1),
    Worlds.blobs(rows: 700, columns: 7, groups: 5, spread: 0.02, seed: 2),
    Worlds.lattice(rows: 600, columns: 2, sides: 9, seed: 3).map { $0.map { $0 / 16 } },
  ]

  @Test("gives the same result for the same seed", arguments: Clusterers.allCases)
  func repeats(clusterer: Clusterers) throws {
    for world in Self.worlds {
      let matrix = try Matrix(columns: world)
      #expect(try clusterer.fit(matrix) == clusterer.fit(matrix))
    }
  }

  @Test(
    "gives each row the same cluster whatever the order of rows, to the last bit",
    arguments: Clusterers.allCases
  )
  func ignoresRowOrder(clusterer: Clusterers) throws {
    for world in Self.worlds {
      let plain = try clusterer.fit(Matrix(columns: world))
      for seed in 1...3 as ClosedRange<UInt64> {
        let order = Worlds.shuffle(world[0].count, seed: seed)
        let shuffled = try clusterer.fit(Matrix(columns: Worlds.rows(of: world, in: order)))
        #expect(shuffled.numbers == plain.numbers)
        #expect(shuffled.partition.labels == order.map { plain.partition.labels[$0] })
      }
    }
  }

  @Test("gives the same result on any number of cores", arguments: Clusterers.allCases)
  func ignoresCores(clusterer: Clusterers) throws {
    for world in Self.worlds {
      let matrix = try Matrix(columns: world)
      let alone = try Parallel.$width.withValue(1) { try clusterer.fit(matrix) }
      for width in [2, 3, 8] {
        #expect(try Parallel.$width.withValue(width) { try clusterer.fit(matrix) } == alone)
      }
      #expect(try clusterer.fit(matrix) == alone)
    }
  }

  @Test("finds the same groups in data that are moved or enlarged", arguments: Clusterers.allCases)
  func ignoresUnits(clusterer: Clusterers) throws {
    let world = Self.worlds[0]
    let plain = try clusterer.fit(Matrix(columns: world)).partition
    let moved = world.map { $0.map { $0 + 1_024 } }
    #expect(try clusterer.fit(Matrix(columns: moved)).partition.sizes == plain.sizes)
    let enlarged = world.map { $0.map { $0 * 64 } }
    #expect(try clusterer.fit(Matrix(columns: enlarged), .init(unit: 64)).partition == plain)
  }

  @Test("gives equal rows the same cluster", arguments: Clusterers.allCases)
  func equalRowsShareClusters(clusterer: Clusterers) throws {
    let world = Self.worlds[2]
    let labels = try clusterer.fit(Matrix(columns: world)).partition.labels
    var known: [[Double]: Int32] = [:]
    for (row, values) in Worlds.rows(world).enumerated() {
      #expect(known[values, default: labels[row]] == labels[row])
      known[values] = labels[row]
    }
  }

  @Test("numbers clusters by size, and counts every row", arguments: Clusterers.allCases)
  func isCanonical(clusterer: Clusterers) throws {
    for world in Self.worlds {
      let partition = try clusterer.fit(Matrix(columns: world)).partition
      #expect(partition.sizes == partition.sizes.sorted(by: >))
      #expect(partition.sizes.reduce(partition.noiseCount, +) == world[0].count)
      for (cluster, size) in partition.sizes.enumerated() {
        #expect(partition.labels.count { $0 == Int32(cluster) } == size)
      }
    }
  }

  @Test("refuses no rows, and defines one, two and equal rows", arguments: Clusterers.allCases)
  func smallWorlds(clusterer: Clusterers) throws {
    #expect(throws: ClusterError.noRows) { try clusterer.fit(Matrix(columns: [[], []])) }
    let one = try clusterer.fit(Matrix(columns: [[3], [4]])).partition
    #expect(one.sizes.reduce(one.noiseCount, +) == 1)
    let two = try clusterer.fit(Matrix(columns: [[0, 1], [0, 1]])).partition
    #expect(two.sizes.reduce(two.noiseCount, +) == 2)
    let equal = try clusterer.fit(Matrix(columns: [[Double](repeating: 2, count: 50)]))
    #expect(equal.partition.sizes == [50])
  }

  @Test("never gives more clusters than there are distinct rows", arguments: Clusterers.allCases)
  func fewDistinctRows(clusterer: Clusterers) throws {
    let spots = (0..<60).map { Double($0 % 3) }
    let partition = try clusterer.fit(Matrix(columns: [spots, spots]), .init(k: 9)).partition
    #expect(partition.sizes == [20, 20, 20])
  }

  @Test("does not look at columns that are constant", arguments: Clusterers.allCases)
  func constantColumns(clusterer: Clusterers) throws {
    let world = Self.worlds[0]
    let plain = try clusterer.fit(Matrix(columns: world)).partition
    for value in [0.0, -3, 512] {
      let column = [Double](repeating: value, count: world[0].count)
      #expect(try clusterer.fit(Matrix(columns: world + [column])).partition == plain)
    }
  }

  @Test("takes more columns than rows", arguments: Clusterers.allCases)
  func moreColumnsThanRows(clusterer: Clusterers) throws {
    let world = Worlds.blobs(rows: 24, columns: 60, groups: 4, spread: 0.001, seed: 5)
    let settings = Clusterers.Settings(minPoints: 3, minClusterSize: 4)
    #expect(try clusterer.fit(Matrix(columns: world), settings).partition.sizes == [6, 6, 6, 6])
  }

  @Test("refuses what cannot be, and says what it was told", arguments: Clusterers.allCases)
  func refuses(clusterer: Clusterers) throws {
    let matrix = OrderedMatrix(try Matrix(columns: Self.worlds[2]))
    #expect(!clusterer.refusals.isEmpty)
    for (settings, error) in clusterer.refusals {
      #expect(throws: error) { try clusterer.model(matrix, settings) }
    }
    #expect(throws: ClusterError.self) {
      // Not a number is not equal to itself, so no error with it can be expected by name.
      try DBSCAN(eps: .nan, minPoints: 2).fit(matrix)
    }
  }

  @Test("takes a quarter of a million equal rows in its stride", arguments: Clusterers.allCases)
  func manyEqualRows(clusterer: Clusterers) throws {
    // A method that looked at pairs would look at 6·10¹⁰ of them: this test would never end.
    #expect(try clusterer.model(Self.equal.get()).partition.sizes == [250_000])
    #expect(try clusterer.model(Self.halves.get()).partition.sizes == [50_000, 50_000])
  }

  static let equal = Result {
    OrderedMatrix(try Matrix(columns: [[Double](repeating: 1, count: 250_000)]))
  }
  static let halves = Result {
    OrderedMatrix(try Matrix(columns: [(0..<100_000).map { $0 % 2 == 0 ? 1 : 3 }]))
  }

  @Test("meets only finite numbers, because a matrix refuses others")
  func refusesNaN() {
    for bad in [Double.nan, .infinity, -.infinity] {
      #expect(throws: ClusterError.valueNotFinite(row: 1, column: 1)) {
        try Matrix(columns: [[1, 2], [3, bad]])
      }
    }
  }

  @Test("is on the list of this suite")
  func listIsComplete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Clusters/Methods").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let methods = files.filter { $0.hasSuffix("Fit.swift") }.map { String($0.dropLast(9)) }
    #expect(methods.sorted() == Clusterers.allCases.map(\.rawValue).sorted())
  }
}
