import Clusters
import Testing

@testable import Segments

/// The choice over data that are nothing like the seed: other sizes, scales, dimensions, numbers of groups.
@Suite("The choice on data")
struct ChoiceOnDataTests {
  /// A made-up customer table: groups around centers far apart, in any number of columns.
  struct World {
    var groups: [Int]
    var columns: Int
    /// How wide a group is against the distance between neighboring centers.
    var width: Double
    var scales: [Double]
    var seed: UInt64 = 3

    func text() -> (csv: String, truth: [Int32]) {
      var chance = SeededGenerator(seed: seed)
      var rows: [String] = []
      var truth: [Int32] = []
      let names = (0..<columns).map { "measure_\(Character(UnicodeScalar(97 + UInt8($0))))" }
      for (group, size) in groups.enumerated() {
        for _ in 0..<size {
          let values = (0..<columns).map { column -> String in
            // Centers on a grid of three steps a column, a digit of the group each.
            var digit = group
            for _ in 0..<column { digit /= 3 }
            let noise = (0..<6).reduce(0.0) { sum, _ in sum + chance.nextUnit() } / 6 - 0.5
            let value = 4 + Double(digit % 3) + noise * 4 * width
            return "\((value * 1_000 * scales[column % scales.count]).rounded() / 1_000)"
          }
          rows.append("c\(rows.count)," + values.joined(separator: ","))
          truth.append(Int32(group))
        }
      }
      return (
        (["customer_id," + names.joined(separator: ",")] + rows).joined(separator: "\n") + "\n",
        truth
      )
    }
  }

  func study(_ csv: String) throws -> Study {
    var recipe = Recipe()
    recipe.selection.methods = ["kmeans", "gmm", "ward", "dbscan"].map { MethodChoice(method: $0) }
    recipe.selection.largestK = 7
    let pipeline = Pipeline(dataset: "world", recipe: recipe)
    var ledger = Ledger()
    try ledger.merge(try pipeline.harvest(SmallShop.export(csv), fitting: ledger))
    return try pipeline.study(ledger)
  }

  @Test(
    "finds the true groups whatever their number, sizes, scale and dimension",
    arguments: [
      World(groups: [120, 120, 120], columns: 2, width: 0.15, scales: [1, 1]),
      World(groups: [60, 200, 90, 150], columns: 2, width: 0.15, scales: [1_000, 0.01]),
      World(groups: [90, 80, 70, 60, 50], columns: 2, width: 0.15, scales: [50, 0.2]),
      World(groups: [70, 70, 70, 70, 70, 70], columns: 5, width: 0.12, scales: [3, 9]),
    ]
  )
  func truth(_ world: World) throws {
    let (csv, truth) = world.text()
    let study = try study(csv)
    #expect(study.report.segments.count == world.groups.count)
    #expect(study.report.choice.structure == .clear)
    let order = study.assignments.customers.map { Int($0.dropFirst()) ?? 0 }
    let agreement = PartitionAgreement(
      labels: study.assignments.segments.map { Int32($0) - 1 },
      order.map { truth[$0] },
    )
    #expect(agreement.adjustedRand > 0.95)
  }

  @Test("says that there is no clear structure where customers are spread evenly")
  func even() throws {
    var chance = SeededGenerator(seed: 11)
    var csv = "customer_id,visits,basket\n"
    for row in 0..<600 {
      csv += "c\(row),\(10 + chance.nextUnit() * 90),\(5 + chance.nextUnit() * 200)\n"
    }
    let report = try study(csv).report
    #expect(report.choice.structure == .continuum)
    #expect(report.choice.why.contains("no clear structure"))
    #expect(
      report.findings.contains { $0.id == "no-clear-structure" } || report.segments.count == 1
    )
  }

  @Test("says the same of one heap in many dimensions")
  func heap() throws {
    let world = World(groups: [500], columns: 5, width: 1, scales: [1, 10, 100])
    let report = try study(world.text().csv).report
    #expect(report.choice.structure == .continuum)
  }

  @Test("gives other names and reasons when the data change")
  func changes() throws {
    let one = try study(SmallShop.sample(customers: 600)).report
    let world = World(groups: [60, 200, 90, 150], columns: 2, width: 0.15, scales: [1_000, 0.01])
    let other = try study(world.text().csv).report
    #expect(Set(one.segments.map(\.name)).isDisjoint(with: other.segments.map(\.name)))
    #expect(Set(one.segments.map(\.why)).isDisjoint(with: other.segments.map(\.why)))
    #expect(one.choice.why != other.choice.why)
    #expect(one.choice.numbers != other.choice.numbers)
  }

  @Test("does not change when money is counted in cents or days in hours")
  func units() throws {
    let plain = World(groups: [120, 90, 150], columns: 2, width: 0.2, scales: [1, 1])
    var scaled = plain
    scaled.scales = [1_024, 0.25]
    let (one, other) = (try study(plain.text().csv), try study(scaled.text().csv))
    #expect(one.report.segments.map(\.size) == other.report.segments.map(\.size))
    #expect(one.report.choice.method == other.report.choice.method)
  }

  @Test("measures the gap statistic only on request, and follows it")
  func gap() throws {
    let world = World(groups: [120, 120, 120], columns: 2, width: 0.15, scales: [1])
    let (csv, _) = world.text()
    var recipe = Recipe()
    recipe.selection.methods = [MethodChoice(method: "kmeans")]
    recipe.selection.largestK = 5
    recipe.selection.by = .gap
    let pipeline = Pipeline(dataset: "world", recipe: recipe)
    var ledger = Ledger()
    try ledger.merge(try pipeline.harvest(SmallShop.export(csv), fitting: ledger))
    let asked = try pipeline.study(ledger).report
    #expect(asked.choice.k == 3)
    #expect(asked.choice.rule == "by-gap")
    #expect(asked.candidates.allSatisfy { $0.gap != nil && $0.gapError != nil })
    let plain = try study(csv).report
    #expect(plain.candidates.allSatisfy { $0.gap == nil })
  }

  @Test("follows the configured shape of covariances and kind of selection")
  func variants() throws {
    let world = World(groups: [120, 120, 120], columns: 2, width: 0.15, scales: [1])
    var recipe = Recipe()
    recipe.selection.methods = [
      MethodChoice(method: "gmm", parameters: ["k": 3], words: ["covariance": "tied"]),
      MethodChoice(
        method: "hdbscan",
        parameters: ["min-cluster-size": 20],
        words: ["selection": "leaf"],
      ),
    ]
    let pipeline = Pipeline(dataset: "world", recipe: recipe)
    var ledger = Ledger()
    try ledger.merge(
      try pipeline.harvest(SmallShop.export(world.text().csv), fitting: ledger)
    )
    let report = try pipeline.study(ledger).report
    #expect(report.candidates.map(\.variant) == ["tied", "leaf"])
    #expect(report.candidates.first?.aic != nil)
    #expect(report.candidates.last?.dbcv != nil)
  }
}
