import Foundation
import Testing

@testable import Segments

@Suite("The study of a shop")
struct StudyTests {
  func study(_ text: String, recipe: Recipe = Recipe()) throws -> Study {
    let pipeline = Pipeline(dataset: "shop", recipe: recipe)
    var ledger = Ledger()
    try ledger.merge(try pipeline.harvest(SmallShop.export(text), fitting: ledger))
    return try pipeline.study(ledger)
  }

  @Test("finds segments, names them apart and says why")
  func segments() throws {
    let study = try study(SmallShop.sample(customers: 1_500))
    let report = study.report
    #expect(report.segments.count >= 2)
    #expect(Set(report.segments.map(\.name)).count == report.segments.count)
    #expect(report.segments.allSatisfy { !$0.name.isEmpty && !$0.why.isEmpty })
    #expect(report.segments.reduce(0) { $0 + $1.size } + report.noise.size == report.customers)
    #expect(report.choice.why.count > 40)
    #expect(report.candidates.count { $0.chosen } == 1)
    #expect(study.assignments.customers.count == report.customers)
  }

  @Test("is the same to the last byte for shuffled rows")
  func shuffled() throws {
    let lines = SmallShop.sample(customers: 400).split(separator: "\n").map(String.init)
    let shuffled = [lines[0]] + lines.dropFirst().sorted { $0.suffix(9) < $1.suffix(9) }
    let one = try study(lines.joined(separator: "\n") + "\n")
    let other = try study(shuffled.joined(separator: "\n") + "\n")
    let (json, otherJSON) = (try one.report.json(), try other.report.json())
    #expect(json == otherJSON)
    #expect(one.assignments == other.assignments)
  }

  @Test("survives its own JSON")
  func json() throws {
    let report = try study(SmallShop.orders(customers: 300)).report
    let json = try report.json()
    #expect(try SegmentReport(json: json) == report)
  }

  @Test("writes null for what is unknown, never NaN")
  func nulls() throws {
    let report = try study(SmallShop.sample(customers: 60)).report
    let object =
      try JSONSerialization.jsonObject(with: Data(try report.json())) as? [String: Any] ?? [:]
    #expect(object["asOf"] is NSNull)
    #expect(object["migration"] is NSNull)
    let candidates = object["candidates"] as? [[String: Any]] ?? []
    #expect(candidates.allSatisfy { $0.keys.contains("k") && $0.keys.contains("skipped") })
  }

  @Test("lists methods that were asked for but could not run, with the reason")
  func skipped() throws {
    var recipe = Recipe()
    recipe.selection.methods = [
      MethodChoice(method: "kmeans"),
      MethodChoice(method: "dbscan", parameters: ["min-points": 500]),
    ]
    let report = try study(SmallShop.sample(customers: 200), recipe: recipe).report
    let skipped = report.candidates.filter { $0.skipped != nil }
    #expect(skipped.map(\.method) == ["dbscan"])
    #expect(skipped.allSatisfy { $0.k == nil && $0.silhouette == nil })
  }

  @Test("says how stable the chosen segments and whatever could have won are")
  func stability() throws {
    let report = try study(SmallShop.sample(customers: 600)).report
    for segment in report.segments {
      let stability = try #require(segment.stability)
      #expect((0...1).contains(stability))
    }
    let measured = report.candidates.filter { $0.stability != nil }
    #expect((1...ChoiceRule.mostChecks + 1).contains(measured.count))
    #expect(measured.contains { $0.chosen })
  }

  @Test("describes each segment from within: its own components and correlations")
  func shapes() throws {
    let report = try study(SmallShop.sample(customers: 600)).report
    let clustered = report.features.count { $0.clustered }
    for segment in report.segments {
      let components = try #require(segment.components)
      #expect(abs(components.explainedVariance.reduce(0, +) - 1) < 1e-9)
      #expect(components.loadings.allSatisfy { $0.count == clustered })
      let correlations = try #require(segment.correlations)
      #expect(correlations.count == report.features.count)
      for (place, row) in correlations.enumerated() {
        #expect(row[place].map { abs($0 - 1) < 1e-9 } ?? true)
      }
    }
  }

  @Test("tries every method the configuration may name")
  func everyMethod() throws {
    var recipe = Recipe()
    recipe.selection.methods = SelectionChoice.methods.map { MethodChoice(method: $0) }
    recipe.selection.largestK = 4
    let report = try study(SmallShop.sample(customers: 300), recipe: recipe).report
    let tried = Set(report.candidates.filter { $0.skipped == nil }.map(\.method))
    #expect(tried == Set(SelectionChoice.methods))
    #expect(report.curves.dendrogram != nil)
  }

  @Test("keeps the map of the best candidate of every other method, with all customers on it")
  func rivals() throws {
    var recipe = Recipe()
    recipe.selection.methods = ["kmeans", "gmm", "ward", "dbscan"].map { MethodChoice(method: $0) }
    recipe.selection.largestK = 5
    let report = try study(SmallShop.sample(customers: 300), recipe: recipe).report
    let rivals = try #require(report.map?.rivals)
    let first = report.candidates.first(where: \.chosen)
    let chosen = try #require(first)
    #expect(!rivals.isEmpty)
    for rival in rivals {
      let facts = report.candidates[rival.candidate]
      #expect(facts.method != chosen.method)
      let others = report.candidates.filter { $0.method == facts.method && $0.sizes.count > 1 }
      #expect(others.allSatisfy { ($0.silhouetteOfAll ?? -1) <= (facts.silhouetteOfAll ?? -1) })
      func customers(_ cells: SegmentReport.SegmentCells) -> Int {
        stride(from: 0, to: cells.runs.count, by: 2).reduce(0) {
          $0 + cells.runs[$1] * cells.runs[$1 + 1]
        }
      }
      let groups = rival.cells.filter { $0.segment > 0 }
      #expect(groups.map(customers) == facts.sizes)
      #expect(rival.cells.filter { $0.segment == 0 }.map(customers).reduce(0, +) == facts.noise)
    }
    #expect(Set(rivals.map { report.candidates[$0.candidate].method }).count == rivals.count)
  }

  @Test("fewer than 20 customers stay together and the report says so")
  func few() throws {
    let report = try study(SmallShop.sample(customers: 19)).report
    #expect(report.segments.map(\.name) == ["All customers"])
    #expect(report.choice.rule == "too-few-customers")
    #expect(report.map == nil)
  }

  @Test("customers who are all alike stay together")
  func alike() throws {
    let rows = (1...50).map { "\($0),3,4" }.joined(separator: "\n")
    let report = try study("customer_id,visits,total_spent\n" + rows + "\n").report
    #expect(report.segments.count == 1)
    #expect(report.choice.rule == "no-features")
  }

  @Test("the sum of the segments' values is the value of all")
  func values() throws {
    let report = try study(SmallShop.orders(customers: 300)).report
    let amount = try #require(report.amount)
    let parts = report.segments.compactMap(\.value).reduce(0, +)
    #expect(abs(parts - amount) < 1e-6 * amount)
    let shares = report.segments.compactMap(\.valueShare).reduce(0, +)
    #expect(abs(shares - 1) < 1e-9)
  }

  @Test("histograms count every customer once, in all and by segment")
  func histograms() throws {
    let report = try study(SmallShop.sample(customers: 700)).report
    for feature in report.features {
      let histogram = feature.histogram
      #expect(histogram.counts.reduce(histogram.below + histogram.above, +) == feature.n)
      for segment in report.segments {
        let own = try #require(segment.histograms[feature.name])
        #expect(own.counts.reduce(own.below + own.above, +) == segment.size)
      }
    }
  }

  @Test("recovers the made-up shop's true groups better than chance by far")
  func truth() throws {
    let report = try study(SmallShop.sample(customers: 2_000)).report
    #expect((3...8).contains(report.segments.count))
    #expect((report.candidates.first { $0.chosen }?.silhouetteOfAll ?? 0) > 0.25)
  }

  @Test("a made-up customer has an id of its own, beyond a million too")
  func sampleIDs() {
    let ids = [7, 999_999, 1_000_000, 1_000_001, 2_000_001].map(ShopSample.customerID)
    #expect(ids == ["K000007", "K999999", "K1000000", "K1000001", "K2000001"])
  }

  @Test("a stop is answered before the next stage")
  func stop() throws {
    struct Stopping: PipelineObserver {
      func begins(_ stage: Stage) {}
      func ended(_ stage: Stage) {}
      var wantsStop: Bool { true }
    }
    let pipeline = Pipeline(dataset: "shop", recipe: Recipe(), observer: Stopping())
    #expect(throws: SegmentError.stopped(.read)) {
      try pipeline.harvest(SmallShop.export(SmallShop.sample(customers: 9)), fitting: Ledger())
    }
  }
}
