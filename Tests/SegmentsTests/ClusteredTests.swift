import Testing

@testable import Segments

@Suite("Which features are clustered")
struct ClusteredTests {
  private static func table(_ columns: [(String, Role?, [Double?])]) -> FeatureTable {
    FeatureTable(
      customers: (0..<100).map { Key("\($0 + 100)") },
      features: columns.map { FeatureColumn(name: $0.0, role: $0.1, values: $0.2) },
    )
  }

  private static func rules(
    _ table: FeatureTable,
    grain: SegmentReport.Grain = .customers,
    features: [String]? = nil,
  ) -> [String] {
    var choice = ColumnChoice()
    choice.features = features
    return Clustered.entries(of: table, grain: grain, choice: choice).map(\.reason.rule)
  }

  private static let rising = (0..<100).map { Double?(Double($0)) }
  private static let zigzag = (0..<100).map { Double?(Double($0 * 37 % 100)) }

  @Test("constant, sparse, spiked, redundant and coded columns are left out, each by its rule")
  func measures() {
    let table = Self.table([
      ("income", nil, Self.rising), ("score", nil, Self.zigzag),
      ("same", nil, Array(repeating: 7, count: 100)),
      ("squared", nil, Self.rising.map { $0.map { -$0 * $0 } }),
      ("region", nil, (0..<100).map { Double($0 % 3) }),
      ("rarely told", nil, (0..<100).map { $0 % 4 == 0 ? nil : Double($0 * 29 % 100) }),
      ("mostly none", nil, (0..<100).map { $0 > 96 ? Double($0) + 0.5 : 0 }),
    ])
    #expect(
      Self.rules(table) == [
        "measure", "measure", "constant", "redundant", "code", "missing", "spike",
      ]
    )
    let entry = Clustered.entries(of: table, grain: .customers, choice: ColumnChoice())[3]
    #expect(entry.reason.feature == "income")
    #expect(entry.reason.numbers["spearman"] == -1)
  }

  @Test("two known behaviors are enough; what is configured wins over every rule")
  func roles() {
    let table = Self.table([
      ("visits", .visits, Self.rising), ("spent", .spend, Self.zigzag), ("age", .age, Self.rising),
    ])
    #expect(Self.rules(table) == ["behavior", "behavior", "no-behavior"])
    #expect(
      Self.rules(table, features: ["age"]) == ["not-configured", "not-configured", "configured"]
    )
  }

  @Test("a table with nothing fit keeps what it has")
  func onlyChoice() {
    let values = (0..<100).map { $0 > 96 ? Double($0) + 0.5 : 0 }
    #expect(Self.rules(Self.table([("a", nil, values)])) == ["only-choice"])
  }

  @Test("orders are clustered on recency, frequency and monetary; configured ones replace them")
  func orders() throws {
    let text = SmallShop.orders(customers: 120)
    let report = try StudyTests().study(text).report
    let clustered = report.features.filter(\.clustered).map(\.name)
    #expect(clustered == ["recency", "frequency", "monetary"])
    #expect(report.features.allSatisfy { $0.reason != nil && $0.reason?.text.isEmpty == false })
    var recipe = Recipe()
    recipe.columns.features = ["recency", "basketSize"]
    recipe.selection.methods = [MethodChoice(method: "kmeans", parameters: ["k": 3])]
    let other = try StudyTests().study(text, recipe: recipe).report
    #expect(other.grain != .customers)
    #expect(other.features.filter(\.clustered).map(\.name) == ["recency", "basketSize"])
  }
}
