import Foundation
import Testing

@testable import Segments

@Suite("An inspection")
struct InspectionTests {
  /// Counts of the same bytes as a report would print them, or what refused them.
  private func compare(_ name: String, _ bytes: [UInt8]) throws {
    let recipe = Recipe()
    let export = Export(name: name, bytes: bytes)
    let inspection = try Inspection.make(of: export, recipe: recipe)
    let pipeline = Pipeline(dataset: "shop", recipe: recipe)
    var ledger = Ledger()
    do throws(SegmentError) {
      try ledger.merge(try pipeline.harvest(export, fitting: ledger))
    } catch {
      #expect(inspection.refused == Inspection.Refused(error), "\(name)")
      return
    }
    let histories = CustomerHistories.found(in: ledger)
    let table = FeatureBuilder.table(of: ledger, histories: histories, recipe: recipe)
    // Few customers are reported without a search: cheap enough to draw the real report.
    let report =
      table.customers.count < Choice.fewestCustomers ? try pipeline.study(ledger).report : nil
    let rows =
      report?.rows
      ?? .init(
        read: ledger.tally.rowsRead,
        kept: ledger.tally.rowsKept,
        rejected: ledger.tally.rejected,
      )
    #expect(inspection.rows == rows, "\(name)")
    #expect(inspection.rows.kept + inspection.rows.rejected.values.reduce(0, +) == rows.read)
    #expect(inspection.customers == report?.customers ?? table.customers.count, "\(name)")
    #expect(inspection.orders == histories?.orders, "\(name)")
    if let histories {
      #expect(inspection.amount == histories.amount.value, "\(name)")
      #expect(inspection.returns?.orders == histories.returns?.orders ?? 0, "\(name)")
      #expect(inspection.returns?.amount == histories.returns?.amount ?? 0, "\(name)")
    }
    #expect(inspection.refused == nil)
  }

  @Test("counts what a report counts, for the shop in the shape of every platform")
  func platforms() throws {
    for name in ShopSample.platforms {
      var text = ""
      ShopSample(customers: 12, seed: 5, quirks: [.guests, .returns])
        .write(asPlatform: name) { text += $0 }
      try compare(name, Array(text.utf8))
    }
    try compare("customers", Array(SmallShop.sample(customers: 60).utf8))
    try compare("orders", Array(SmallShop.orders(customers: 60).utf8))
  }

  @Test(
    "counts what a report counts where numbers are shared, missing or come again",
    arguments: [1, 2, 3, 4] as [UInt64],
  )
  func oddOrders(seed: UInt64) throws {
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    var lines = ["order_id,customer_id,order_date,sku,unit_price,quantity"]
    for _ in 0..<400 {
      let number = next(4) == 0 ? "" : "\(next(9) == 0 ? "C" : "")\(100 + next(60))"
      let time = "2025-0\(1 + next(9))-1\(next(3)) 10:0\(next(3))"
      let price = "\(1 + next(90)).\(10 + next(90))"
      let quantity = next(8) == 0 ? "-2" : "\(1 + next(5))"
      lines.append("\(number),c\(next(40)),\(time),\(next(30)),\(price),\(quantity)")
    }
    try compare("seed \(seed)", Array(lines.joined(separator: "\n").utf8))
  }

  @Test("takes what is said about the writing of a file over what it shows")
  func pinned() throws {
    let rows = (1...30).map { "kunde\($0)~\($0),5~M\u{fc}nchen" }.joined(separator: "\n")
    let bytes = rows.unicodeScalars.map { UInt8($0.value) }
    var recipe = Recipe()
    var dialect = DialectChoice()
    (dialect.encoding, dialect.delimiter, dialect.headerLine) = ("windows-1252", "~", 0)
    dialect.decimalMark = ","
    recipe.reading.dialect = dialect
    recipe.columns.roles = ["customer": "column 1"]
    let export = Export(name: "kunden.csv", bytes: bytes)
    let inspection = try Inspection.make(of: export, recipe: recipe)
    #expect(inspection.refused == nil)
    #expect(inspection.rows.read == 30 && inspection.customers == 30)
    #expect(inspection.delimiter == "~" && inspection.encoding == "windows-1252")
    #expect(inspection.hasHeader == false && inspection.features == ["column 2"])
    #expect(!inspection.warnings.contains { $0.contains("is no header") })
    let cells = try Inspection.cells(of: export, recipe.reading)
    #expect(cells.first == ["kunde1", "1,5", "M\u{fc}nchen"])
  }

  /// Files of more bytes take a debug build too long; `accept/exports.py` looks at the whole year.
  static let largest = 2_000_000

  @Test("counts what a report counts, for every real export", .enabled(if: SharedData.isHere))
  func realExports() throws {
    let folder = try #require(SharedData.folder)
    var looked = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
      let isText = [".csv", ".tsv", ".txt"].contains { path.hasSuffix($0) }
      // One day in forty of the daily exports, which are all of a kind.
      let isSkippedDay = path.contains("by-day") && (Int(path.suffix(6).prefix(2)) ?? 0) % 40 != 1
      guard isText, !isSkippedDay else { continue }
      let bytes = try SharedData.bytes(path)
      guard bytes.count <= Self.largest else { continue }
      try compare(path, bytes)
      looked += 1
    }
    #expect(looked >= 40)
  }

  @Test("of a refused file still says what it was taken for")
  func refused() throws {
    let text = "Order ID,Customer,Date,Total,Currency\n1,a,2026-01-02,5,EUR\n2,b,2026-01-03,5,USD\n"
    let inspection = try Inspection.make(of: SmallShop.export(text), recipe: Recipe())
    #expect(inspection.refused?.what.contains("EUR, USD") == true)
    #expect(inspection.roles["amount"] == "Total")
    #expect(inspection.grain == .orders)
    #expect(inspection.confidence["customer"] ?? 0 > 0.5)
  }
}
