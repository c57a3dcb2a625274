import Foundation
import Testing

@testable import Segments

@Suite("Named groups of recency, frequency and spend")
struct RFMTests {
  @Test("are a partition of all 125 cells")
  func partition() {
    let cells = RFMGroup.allCases.flatMap(\.cells).sorted()
    let all = (1...5).flatMap { r in (1...5).flatMap { f in (1...5).map { 100 * r + 10 * f + $0 } }
    }
    #expect(cells == all)
    #expect(Set(RFMGroup.allCases.map(\.name)).count == 11)
    #expect(
      RFMGroup.allCases.map(\.cells.count) == [7, 8, 24, 7, 16, 8, 8, 22, 8, 11, 6]
    )
  }

  @Test("every group and every name of the rules has an action")
  func actions() {
    for group in RFMGroup.allCases { #expect(!SegmentActions.standard(for: group.name).isEmpty) }
    #expect(SegmentActions.standard(for: "High milk and grocery").isEmpty)
  }

  @Test("scores are mid-rank shares: equal values alike, in any order of rows")
  func scores() {
    #expect(RFMScores.scores(of: [1, 2, 3, 4, 5]) == [1, 2, 3, 4, 5])
    #expect(RFMScores.scores(of: [5, 1, 4, 2, 3]) == [5, 1, 4, 2, 3])
    #expect(RFMScores.scores(of: [7, 7, 7]) == [3, 3, 3])
    // Seven of ten have one order: their middle rank is 3.5 of 10.
    #expect(
      RFMScores.scores(of: [1, 1, 1, 1, 1, 1, 1, 2, 3, 9]) == [2, 2, 2, 2, 2, 2, 2, 4, 5, 5]
    )
  }

  private static var recipe: Recipe {
    var recipe = Recipe()
    recipe.naming = .rfm
    return recipe
  }

  @Test("are the segments when they are asked for, everybody in one, with scores to check")
  func segmentation() throws {
    let report = try StudyTests().study(SmallShop.orders(customers: 300), recipe: Self.recipe)
      .report
    #expect(report.choice.rule == "rfm")
    #expect(report.choice.method == "rfm")
    #expect(report.segments.count > 5)
    #expect(report.noise.size == 0)
    #expect(report.segments.reduce(0) { $0 + $1.size } == report.customers)
    let facts = try #require(report.rfm)
    for segment in report.segments {
      #expect(facts.groups.contains { $0.name == segment.name && $0.customers == segment.size })
      #expect(!segment.actions.isEmpty)
    }
    #expect(report.candidates.map(\.method) == ["rfm"])
    #expect(report.map != nil)
    for feature in ["recency", "frequency", "monetary"] {
      let scores = facts.scores.filter { $0.feature == feature }
      #expect(scores.reduce(0) { $0 + $1.customers } == report.customers)
      // The values of two scores never overlap.
      let spans = scores.sorted { $0.low < $1.low }
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.high < $1.low })
    }
  }

  @Test("are laid out by recency and frequency, everybody once", arguments: [(60, 3), (700, 5)])
  func grid(customers: Int, side: Int) throws {
    let report = try StudyTests().study(SmallShop.orders(customers: customers)).report
    let grid = try #require(report.rfm?.grid)
    #expect(grid.side == side)
    #expect(grid.cells.reduce(0) { $0 + $1.customers } == report.customers)
    for (classes, place) in [
      (grid.recency, \SegmentReport.RFMCell.recency), (grid.frequency, \.frequency),
    ] {
      #expect(classes.map(\.score) == classes.map(\.score).sorted())
      for one in classes {
        let inside = grid.cells.filter { $0[keyPath: place] == one.score }
        #expect(inside.reduce(0) { $0 + $1.customers } == one.customers)
      }
    }
    let spend = try #require(report.features.first { $0.role == "spend" })
    let sum = grid.cells.reduce(0) { $0 + $1.meanSpend * Double($1.customers) }
    #expect(abs(sum - spend.sum) < 1e-6 * spend.sum)
    let ids = Set(report.segments.map(\.id))
    #expect(grid.cells.allSatisfy { $0.segment.map(ids.contains) ?? true })
    #expect(try StudyTests().study(SmallShop.orders(customers: 40)).report.rfm?.grid == nil)
  }

  @Test("a report of an older version has no such grid and is read all the same")
  func older() throws {
    let text = #"{"table":"t","scores":[],"groups":[]}"#
    let facts = try JSONDecoder().decode(SegmentReport.RFMFacts.self, from: Data(text.utf8))
    #expect(facts.grid == nil)
  }

  @Test("fewer than 20 customers stay together here too")
  func few() throws {
    let report = try StudyTests().study(SmallShop.orders(customers: 12), recipe: Self.recipe).report
    #expect(report.segments.map(\.name) == ["All customers"])
  }

  @Test("a table without the three measures is clustered as ever, and the report says so")
  func impossible() throws {
    let rows = (1...60).map { "\($0),\($0 % 7 * 10 + $0 % 3),\($0 * 37 % 100)" }
    let text = "customer_id,points,age\n" + rows.joined(separator: "\n") + "\n"
    let report = try StudyTests().study(text, recipe: Self.recipe).report
    #expect(report.choice.rule != "rfm")
    #expect(report.findings.contains { $0.id == "rfm-not-possible" })
  }

  @Test("fixed names and actions replace those of the rules, by name or letter")
  func fixed() throws {
    var recipe = Recipe()
    let text = SmallShop.orders(customers: 300)
    let plain = try StudyTests().study(text, recipe: recipe).report
    let first = try #require(plain.segments.first)
    recipe.naming = .table([first.name.uppercased(): "Gold", "B": "Silver"])
    recipe.actions = ["Gold": "Call them.", plain.segments[1].name: "Write to them."]
    let report = try StudyTests().study(text, recipe: recipe).report
    #expect(report.segments[0].name == "Gold")
    #expect(report.segments[0].actions == ["Call them."])
    #expect(report.segments[1].name == "Silver")
    #expect(report.segments[1].actions == ["Write to them."])
    #expect(report.segments[0].why.contains(first.name))
    #expect(report.segments.dropFirst(2).map(\.name) == plain.segments.dropFirst(2).map(\.name))
  }
}
