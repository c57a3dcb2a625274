import Testing

@testable import Segments

@Suite("Grids of two measures")
struct PairsBuilderTests {
  private func report(_ text: String) throws -> SegmentReport {
    let pipeline = Pipeline(dataset: "shop", recipe: Recipe())
    let ledger = try SmallShop.ledger([("shop.csv", text)])
    return try pipeline.study(ledger).report
  }

  private static func unpacked(_ runs: [Int]) -> [Int] {
    stride(from: 0, to: runs.count, by: 2).flatMap {
      Array(repeating: runs[$0 + 1], count: runs[$0])
    }
  }

  @Test("hold every customer who has both values, strongest pair first")
  func everybody() throws {
    let report = try report(SmallShop.sample(customers: 400))
    #expect(!report.pairs.isEmpty)
    let places = Dictionary(
      uniqueKeysWithValues: report.features.enumerated().map { ($1.name, $0) }
    )
    var last = 2.0
    for pair in report.pairs {
      let x = try #require(places[pair.x])
      let y = try #require(places[pair.y])
      let strength = report.correlations.pearson[x][y]?.magnitude ?? -1
      #expect(strength <= last)
      last = strength
      var customers = 0
      for layer in pair.cells {
        let cells = Self.unpacked(layer.runs)
        #expect(cells.count == pair.columns * pair.rows)
        customers += cells.reduce(0, +)
      }
      let missing = report.features[x].missing + report.features[y].missing
      #expect(customers <= report.customers && customers >= report.customers - missing)
    }
    let varying = report.features.count { $0.max > $0.min }
    #expect(report.pairs.count == varying * (varying - 1) / 2)
  }

  @Test("put a customer into the cell that holds the values")
  func cells() throws {
    let table = FeatureTable(
      customers: (0..<40).map { Key("c\($0)") },
      features: [
        FeatureColumn(name: "a", values: (0..<40).map { Double($0 % 8) }),
        FeatureColumn(name: "b", values: (0..<40).map { $0 == 3 ? nil : Double($0 % 8) * 2 }),
      ]
    )
    let groups = SegmentGroups(everybody: 40)
    let features = Profiler(table: table, groups: groups, clustered: []).features()
    let grids = PairsBuilder(
      table: table,
      groups: groups,
      features: features,
      correlations: .init(
        pearson: [[1, 1], [1, 1]],
        spearman: [[1, 1], [1, 1]],
        kendall: [[1, 1], [1, 1]]
      )
    ).grids()
    let grid = try #require(grids.first)
    #expect(grid.columns == 8 && grid.rows == 15 && grid.xLow == -0.5 && grid.yHigh == 14.5)
    let cells = Self.unpacked(try #require(grid.cells.first).runs)
    for a in 0..<8 {
      for b in 0..<15 {
        #expect(cells[b * 8 + a] == (b == 2 * a ? (a == 3 ? 4 : 5) : 0))
      }
    }
  }

  @Test("have a log axis where the tail is long, and cells of whole width for whole numbers")
  func axes() throws {
    func feature(_ values: [Double]) throws -> SegmentReport.Feature {
      let table = FeatureTable(
        customers: values.indices.map { Key("c\($0)") },
        features: [FeatureColumn(name: "a", values: values)]
      )
      let groups = SegmentGroups(everybody: values.count)
      return try #require(Profiler(table: table, groups: groups, clustered: []).features().first)
    }
    let tail = try #require(
      PairAxis(try feature((1...1_000).map { Double($0 * $0 * $0) / 7 }), side: 64)
    )
    #expect(!tail.isLog && tail.count == 64)
    let long = try #require(
      PairAxis(try feature((1...1_000).map { 1.5 / (1.001 - Double($0) / 1_000) }), side: 64)
    )
    #expect(long.isLog)
    let whole = try #require(PairAxis(try feature((0..<500).map { Double($0) }), side: 32))
    #expect((whole.high - whole.low) / Double(whole.count) == 16)
    #expect(PairAxis(try feature([3, 3, 3]), side: 64) == nil)
  }
}
