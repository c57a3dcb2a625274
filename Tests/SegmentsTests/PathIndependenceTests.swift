import Testing

@testable import Segments

@Suite("Promise 1: the same rows give the same numbers")
struct PathIndependenceTests {
  private static let recipe: Recipe = {
    var recipe = Recipe()
    recipe.selection.methods = [MethodChoice(method: "kmeans", parameters: ["k": 3])]
    return recipe
  }()

  /// The lines of a shop by order, and their header.
  private func shop() -> (header: String, orders: [[String]]) {
    let lines = SmallShop.orders(customers: 120, seed: 9).split(separator: "\n").map(String.init)
    let orders = Dictionary(grouping: lines.dropFirst()) { $0.prefix { $0 != "," } }
    return (lines[0], orders.sorted { $0.key < $1.key }.map(\.value))
  }

  private func study(_ files: [(name: String, text: String)]) throws -> Study {
    let ledger = try SmallShop.ledger(files, recipe: Self.recipe)
    return try Pipeline(dataset: "shop", recipe: Self.recipe).study(ledger)
  }

  /// Everything that promise 1 lists but for the counts of rows, which tell how often a row came.
  private func expectSame(_ left: Study, _ right: Study, _ what: String) {
    #expect(left.assignments == right.assignments, "\(what): assignments")
    #expect(left.members == right.members, "\(what): members")
    #expect(left.model == right.model, "\(what): model")
    #expect(left.report.customers == right.report.customers, "\(what): customers")
    #expect(left.report.features == right.report.features, "\(what): features")
    #expect(left.report.correlations == right.report.correlations, "\(what): correlations")
    #expect(left.report.scaling == right.report.scaling, "\(what): scaling")
    #expect(left.report.candidates == right.report.candidates, "\(what): candidates")
    #expect(left.report.choice == right.report.choice, "\(what): choice")
    #expect(left.report.segments == right.report.segments, "\(what): segments")
  }

  @Test("however they are shuffled, split over files, sent again and made to overlap")
  func shuffledSplitOverlapping() throws {
    let (header, orders) = shop()
    let whole = try study([("all.csv", ([header] + orders.flatMap(\.self)).joined(separator: "\n"))]
    )
    for seed in [UInt64(1), 2, 3, 4, 20_261_122] {
      var generator = SplitMix(seed: seed)
      let parts = 2 + Int(generator.next() % 7)
      var files = [[String]](repeating: [], count: parts)
      for order in orders {
        // An overlap: the same order stands in a second export too, with all its lines.
        let first = Int(generator.next() % UInt64(parts))
        let second = Int(generator.next() % UInt64(4 * parts))
        for place in Set([first, second]) where place < parts { files[place] += order }
      }
      var texts = files.filter { !$0.isEmpty }.map {
        ([header] + $0.shuffled(using: &generator)).joined(separator: "\n")
      }
      texts.append(texts[0])
      texts.shuffle(using: &generator)
      let found = try study(texts.enumerated().map { ("part-\($0).csv", $1) })
      expectSame(found, whole, "seed \(seed), \(parts) parts")
    }
  }
}
