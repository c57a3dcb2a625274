import Foundation
import Testing

@testable import Clusters

@Suite("Every measure of a partition")
struct MeasureContractTests {
  struct World: Sendable, CustomStringConvertible {
    var seed: UInt64
    var columns: [[Double]]
    var labels: [Int32]

    var description: String { "seed \(seed)" }

    /// Data of some kind with labels by chance, noise among them; equal rows share a label, as they
    /// do in every fit: nobody could tell them apart in another order.
    init(seed: UInt64) {
      var chance = SeededGenerator(seed: seed)
      let rows = 40 + Int(chance.nextUnit() * 120)
      let width = 1 + Int(chance.nextUnit() * 4)
      let kinds = [
        Worlds.blobs(rows: rows, columns: width, groups: 3, spread: 0.05, seed: seed),
        Worlds.lattice(rows: rows, columns: width, sides: 6, seed: seed),
        Worlds.collinear(rows: rows, columns: width, seed: seed),
      ]
      let clusters = 2 + Int(chance.nextUnit() * 4)
      self.seed = seed
      columns = kinds[Int(chance.nextUnit() * 3)]
      var known: [[Double]: Int32] = [:]
      labels = Worlds.rows(columns).map { row in
        let label = known[row] ?? Int32(chance.nextUnit() * Double(clusters + 1)) - 1
        known[row] = label
        return label
      }
    }

    func partition(_ labels: [Int32]? = nil) throws -> Partition {
      Partition(labels: labels ?? self.labels, on: OrderedMatrix(try Matrix(columns: columns)))
    }
  }

  static let worlds = (1...12 as ClosedRange<UInt64>).map { World(seed: 700 + $0) }

  @Test("stays in its range", arguments: Measures.allCases)
  func range(measure: Measures) throws {
    for world in Self.worlds {
      let values = measure.values(try world.partition(), on: try Matrix(columns: world.columns))
      #expect(!values.isEmpty, "\(world)")
      #expect(values.allSatisfy { measure.range.contains($0) }, "\(world)")
    }
  }

  @Test("does not look at what clusters are called", arguments: Measures.allCases)
  func relabeling(measure: Measures) throws {
    for world in Self.worlds {
      let matrix = try Matrix(columns: world.columns)
      let renamed = world.labels.map { $0 < 0 ? $0 : 40 - $0 }
      #expect(
        measure.values(try world.partition(renamed), on: matrix)
          == measure.values(try world.partition(), on: matrix),
        "\(world)"
      )
    }
  }

  @Test("does not look at the order of rows or the number of cores", arguments: Measures.allCases)
  func order(measure: Measures) throws {
    for world in Self.worlds {
      let plain = measure.values(try world.partition(), on: try Matrix(columns: world.columns))
      let order = Worlds.shuffle(world.labels.count, seed: world.seed)
      let matrix = try Matrix(columns: Worlds.rows(of: world.columns, in: order))
      let moved = Partition(labels: order.map { world.labels[$0] }, on: OrderedMatrix(matrix))
      for width in 1...3 {
        let found = Parallel.$width.withValue(width) { measure.values(moved, on: matrix) }
        #expect(found == plain, "\(world)")
      }
    }
  }

  @Test("is the same in other units and elsewhere", arguments: Measures.allCases)
  func units(measure: Measures) throws {
    for world in Self.worlds {
      let plain = measure.values(try world.partition(), on: try Matrix(columns: world.columns))
      let enlarged = try Matrix(columns: world.columns.map { $0.map { $0 * 256 } })
      let moved = try Matrix(columns: world.columns.map { $0.map { $0 + 64 } })
      for matrix in [enlarged, moved] {
        let partition = Partition(labels: world.labels, on: OrderedMatrix(matrix))
        let found = measure.values(partition, on: matrix)
        let slack = 1e-9 * max(1, plain.map(\.magnitude).max() ?? 0)
        #expect(found.count == plain.count, "\(world)")
        #expect(zip(found, plain).allSatisfy { near($0, $1, within: slack) }, "\(world)")
      }
    }
  }

  @Test("prefers the groups that are there to labels by chance", arguments: Measures.allCases)
  func preference(measure: Measures) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let columns = Worlds.blobs(rows: 160, columns: 2, groups: 4, spread: 0.005, seed: 720 + seed)
      let matrix = try Matrix(columns: columns)
      let truth = (0..<160).map { Int32($0 % 4) }
      let order = Worlds.shuffle(160, seed: seed)
      let ordered = OrderedMatrix(matrix)
      let good = measure.values(Partition(labels: truth, on: ordered), on: matrix)
      let bad = measure.values(
        Partition(labels: order.map { truth[$0] }, on: ordered),
        on: matrix
      )
      let (better, worse) = (good.reduce(0, +), bad.reduce(0, +))
      #expect(measure.isLessBetter ? better < worse : better > worse, "seed \(seed)")
    }
  }

  @Test(
    "is not defined for noise alone, and leaves one cluster alone",
    arguments: Measures.allCases
  )
  func undefined(measure: Measures) throws {
    let world = Self.worlds[0]
    let matrix = try Matrix(columns: world.columns)
    let noise = try world.partition(world.labels.map { _ in -1 })
    #expect(measure.values(noise, on: matrix).isEmpty)
    let one = measure.values(try world.partition(world.labels.map { _ in 0 }), on: matrix)
    #expect(one.isEmpty || one == [0])
  }

  @Test("is on the list of this suite")
  func listIsComplete() throws {
    let card = Scorecard(
      silhouette: nil,
      silhouetteOfAll: nil,
      daviesBouldin: nil,
      calinskiHarabasz: nil,
      clusterSilhouettes: [],
      negativeShares: []
    )
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Clusters/Scores").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    // Parts of measures, and those that look at more than one partition or at none.
    let others: Set = [
      "ClusterDensity", "ClusterSpread", "ClusterStability", "Elbow", "GapStatistic", "JointRuns",
      "MutualInformation", "PairPass", "PartitionAgreement", "Scorecard", "Scores", "SharedRows",
      "Silhouette", "Subsample",
    ]
    let types = Set(files.map { String($0.dropLast(6)) }).subtracting(others)
    let names = Mirror(reflecting: card).children.compactMap(\.label) + types
    #expect(Set(names) == Set(Measures.allCases.map(\.rawValue)))
  }
}
