import Foundation
import Testing

@testable import Segments

/// Figures of scikit-learn, pandas and fastcluster in `seed/FACTS.json`.
@Suite("The seed's analysis", .enabled(if: SharedData.isHere))
struct SeedReferenceTests {
  static let recipe: Recipe = {
    var recipe = Recipe()
    recipe.columns.roles = ["customer": "ID"]
    recipe.columns.features = ["n_visitas", "monto_compras", "monto_descuentos"]
    recipe.scaling = .minMax
    recipe.selection.methods = [
      MethodChoice(method: "kmeans", parameters: ["k": 3]),
      MethodChoice(method: "dbscan", parameters: ["eps": 0.04, "min-points": 50]),
    ]
    return recipe
  }()

  @Test("agrees with the reference figure by figure")
  func figures() throws {
    let facts = try SharedData.json("seed/FACTS.json")
    let pipeline = Pipeline(dataset: "seed", recipe: Self.recipe)
    var ledger = Ledger()
    let bytes = try SharedData.bytes("seed/dataset_ecommerce.csv")
    try ledger.merge(
      try pipeline.harvest(Export(name: "seed.csv", bytes: bytes), fitting: ledger)
    )
    let report = try pipeline.study(ledger).report
    #expect(report.rows.read == facts["rows"] as? Int)
    #expect(report.rows.kept == facts["kept"] as? Int)
    let dropped = ["missing", "negative", "zero"].map { report.rows.rejected[$0] }
    #expect(dropped == facts["droppedInOrderMissingNegativeZero"] as? [Int])
    let correlations = facts["correlations"] as? [String: [[Double]]] ?? [:]
    for (name, ours) in [
      ("pearson", report.correlations.pearson), ("spearman", report.correlations.spearman),
      ("kendall", report.correlations.kendall),
    ] {
      let theirs = try #require(correlations[name])
      for (row, values) in theirs.enumerated() {
        for (column, value) in values.enumerated() {
          let own = try #require(ours[row][column])
          #expect(abs(own - value) < 1e-9, "\(name) \(row) \(column)")
        }
      }
    }
    let kmeans = try #require(report.candidates.first { $0.method == "kmeans" })
    #expect(abs((kmeans.silhouette ?? 0) - 0.6373041654046917) < 2e-5)
    #expect(abs((kmeans.daviesBouldin ?? 0) - 0.5025617763271637) < 2e-5)
    let dbscan = try #require(report.candidates.first { $0.method == "dbscan" })
    #expect(dbscan.noise == 2_711)
    // scikit-learn gives border rows to the cluster it meets first (0.6598091). With border rows at their
    // nearest core point, SciPy's k-d tree and a plain silhouette give this figure.
    #expect(abs((dbscan.silhouette ?? 0) - 0.6599367470880689) < 1e-9)
    #expect(dbscan.sizes == [18_335, 18_268, 15_688])
    #expect(report.segments.count == 3)
  }

  @Test("notices three even groups that the mixture finds and what DBSCAN's score leaves out")
  func choice() throws {
    var recipe = Self.recipe
    recipe.selection.methods = [
      MethodChoice(method: "kmeans", parameters: ["k": 3]),
      MethodChoice(method: "gmm", parameters: ["k": 3]),
      MethodChoice(method: "gmm", parameters: ["k": 4]),
      MethodChoice(method: "dbscan", parameters: ["eps": 0.04, "min-points": 50]),
    ]
    let pipeline = Pipeline(dataset: "seed", recipe: recipe)
    var ledger = Ledger()
    let bytes = try SharedData.bytes("seed/dataset_ecommerce.csv")
    try ledger.merge(
      try pipeline.harvest(Export(name: "seed.csv", bytes: bytes), fitting: ledger)
    )
    let report = try pipeline.study(ledger).report
    #expect(report.choice.method == "gmm")
    #expect(report.segments.map(\.size).sorted() == [18_333, 18_334, 18_335])
    #expect(report.choice.structure == .clear)
    #expect(
      report.choice.why.contains("dbscan scores 0.66, but leaves 2711 customers (4.929 %) out")
    )
  }

  @Test("UCI Online Retail gives its published customers, orders, sales and recency")
  func onlineRetail() throws {
    let pipeline = Pipeline(dataset: "retail", recipe: Recipe())
    var ledger = Ledger()
    let folder = try #require(SharedData.folder).appending(path: "online-retail/by-day")
    let names = try FileNames.csv(in: folder)
    #expect(names.count == 305)
    for name in names {
      let bytes = try SharedData.bytes("online-retail/by-day/\(name)")
      try ledger.merge(
        try pipeline.harvest(Export(name: name, bytes: bytes), fitting: ledger)
      )
    }
    let table = FeatureBuilder.table(of: ledger, recipe: Recipe())
    let histories = CustomerHistories(ledger)
    let clustered = ["recency", "frequency", "monetary"]
    let input = try ClusterInput(table, features: clustered, choice: .auto)
    #expect(input.scaling.method == "log")
    #expect(ledger.tally.rowsRead == 541_909)
    #expect(table.customers.count == 4_338)
    #expect(histories.orders == 18_532)
    #expect(histories.amount.value == 8_911_407.904)
    #expect(histories.asOf.map { StudyBuilder.text(ofDay: $0) } == "2011-12-09")
    let recency = try #require(table.feature(named: "recency"))
    #expect(abs(Summary(recency.present).mean - 92.0595) < 5e-5)
    let first = try #require(table.customers.firstIndex(of: Key("12346")))
    let best = try #require(table.customers.firstIndex(of: Key("12748")))
    #expect(recency.values[first] == 325)
    #expect(recency.values[best] == 0)
    #expect(table.feature(named: "frequency")?.values[best] == 209)
    #expect(table.feature(named: "monetary")?.values[first] == 77_183.60)
  }
}
