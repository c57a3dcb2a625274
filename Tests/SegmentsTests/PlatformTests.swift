import Clusters
import Foundation
import Testing

@testable import Segments

/// What every platform's table promises.
@Suite("Every platform")
struct PlatformTests {
  static let names = Platform.all.map(\.name)

  private func header(_ name: String) throws -> [String] {
    try #require(PlatformHeaders.all[name], "\(name) has no header in PlatformHeaders")
  }

  @Test("stands in the list, under a name of its own, with a header to test it by")
  func complete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Segments/Schema/Platforms").standardized
    var declared = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      declared += text.ranges(of: "= Platform(").count
    }
    #expect(declared == Platform.all.count)
    #expect(Set(Self.names).count == declared)
    #expect(Set(Self.names) == Set(PlatformHeaders.all.keys))
    #expect(Self.names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
  }

  @Test("gives a header one weight, however it is spelled", arguments: names)
  func weights(name: String) throws {
    let platform = try #require(Platform.named(name))
    let weights = Dictionary(grouping: platform.signature) { HeaderName.normalized($0.key) }
    for (header, entries) in weights {
      #expect(Set(entries.map(\.value)).count == 1, "\(header)")
      #expect(entries.allSatisfy { (1...4).contains($0.value) })
    }
    for header in platform.roles.values.joined() { #expect(!SecretColumns.contains(header)) }
  }

  @Test(
    "is known by its header, in any order, with other columns and without any one",
    arguments: names
  )
  func recognized(name: String) throws {
    let header = try header(name)
    #expect(Platform.recognized(in: header)?.name == name)
    #expect(Platform.recognized(in: header.reversed())?.name == name)
    #expect(Platform.recognized(in: header.map { $0.uppercased() })?.name == name)
    let more = ["loyalty_points", "Favorite color"] + header + ["Sales rep", "Score", "Margin"]
    #expect(Platform.recognized(in: more)?.name == name)
    for place in header.indices {
      var less = header
      less.remove(at: place)
      #expect(Platform.recognized(in: less)?.name == name, "without \(header[place])")
    }
  }

  @Test("is known without a third of its columns or not at all, never as another", arguments: names)
  func dropped(name: String) throws {
    let header = try header(name)
    var known = 0
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let less = header.filter { _ in generator.next() % 3 != 0 }
      let found = Platform.recognized(in: less)?.name
      #expect(found == name || found == nil, "seed \(seed): \(less)")
      if found == name { known += 1 }
    }
    #expect(known >= 140, "known in \(known) of 200")
  }

  @Test("reads the shop that is written in its shape", arguments: names)
  func reads(name: String) throws {
    let platform = try #require(Platform.named(name))
    var text = ""
    ShopSample(customers: 40, seed: 3, quirks: [.returns, .guests])
      .write(asPlatform: name) { text += $0 }
    let pipeline = Pipeline(dataset: "shop", recipe: Recipe())
    guard name != "amazon-all-orders" else {
      // Nobody's key is in it, however it is filled.
      let bare = text.split(separator: "\n").map { $0.drop { $0 != "," }.dropFirst() }
      let error = #expect(throws: SegmentError.self) {
        try pipeline.harvest(SmallShop.export(bare.joined(separator: "\n")), fitting: Ledger())
      }
      #expect(error?.whatToDo == platform.advice)
      return
    }
    let harvest = try pipeline.harvest(SmallShop.export(text), fitting: Ledger())
    #expect(harvest.schema.platform == name)
    #expect(harvest.schema.grain == platform.grain)
    #expect(harvest.rowsRead == text.split(separator: "\n").count - 1)
    guard !platform.grain.isCustomers else {
      #expect(harvest.customers.count == 40)
      #expect(harvest.rowsKept == 40)
      return
    }
    for role in [Role.customer, .order, .date, .amount] where platform.roles[role] != nil {
      let isPriced = role == .amount && harvest.schema.roles[.price] != nil
      #expect(harvest.schema.roles[role] == platform.roles[role]?.first || isPriced)
    }
    #expect(harvest.rejected.allSatisfy { $0.column == harvest.schema.roles[.customer] })
    try check(harvest, platform, text)
  }

  /// Orders and money of the same shop, added up another way.
  private func check(_ harvest: Harvest, _ platform: Platform, _ text: String) throws {
    var sample = ShopSample(customers: 40, seed: 3, quirks: [.returns, .guests])
    var cents = 0
    var orders = 0
    for number in 1...40 {
      for placed in sample.nextCustomer(number).orders {
        let isGuest = sample.nextUniform() < 0.1
        let isReturned = sample.nextUniform() < 0.03
        let sold = SoldOrder(
          number: 0,
          customer: number,
          day: placed.day,
          second: placed.second,
          isReturned: isReturned,
          lines: sample.lines(of: placed.amount),
        )
        guard !isGuest, !(isReturned && platform.roles[.status] != nil) else { continue }
        orders += 1
        cents += sold.totalCents
      }
    }
    var ledger = Ledger()
    try ledger.merge(harvest)
    let histories = CustomerHistories(ledger)
    #expect(histories.orders == orders)
    #expect(histories.amount == Micros(raw: Int64(cents) * 10_000))
  }

  @Test("is not seen in headers that everybody writes")
  func generic() {
    for header in [
      ["customer_id", "order_id", "order_date", "amount", "currency", "status"],
      ["ID", "Email", "First Name", "Last Name", "Phone", "Total Spent", "Orders"],
      ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"],
      ["Date", "Customer", "Product", "Qty", "Price", "Discount", "Total", "Payment"],
    ] {
      #expect(Platform.recognized(in: header) == nil, "\(header)")
    }
  }
}
