@testable import Segments

/// Little exports as literals, and the road they take.
enum SmallShop {
  static func export(_ text: String, name: String = "shop.csv") -> Export {
    Export(name: name, bytes: Array(text.utf8))
  }

  static func ledger(
    _ files: [(name: String, text: String)],
    recipe: Recipe = Recipe(),
  ) throws -> Ledger {
    let pipeline = Pipeline(dataset: "shop", recipe: recipe)
    var ledger = Ledger()
    for file in files {
      let harvest = try pipeline.harvest(export(file.text, name: file.name), fitting: ledger)
      try ledger.merge(harvest)
    }
    return ledger
  }

  static func table(_ text: String, recipe: Recipe = Recipe()) throws -> FeatureTable {
    FeatureBuilder.table(of: try ledger([("shop.csv", text)], recipe: recipe), recipe: recipe)
  }

  static func sample(customers: Int, seed: UInt64 = 1) -> String {
    var text = ""
    ShopSample(customers: customers, seed: seed).writeCustomers { text += $0 }
    return text
  }

  static func orders(customers: Int, seed: UInt64 = 1) -> String {
    var text = ""
    ShopSample(customers: customers, seed: seed).writeOrders { text += $0 }
    return text
  }
}
