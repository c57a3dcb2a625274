import Testing

@testable import Segments

@Suite("A ledger on shelves")
struct LedgerShelfTests {
  /// Deliveries of random orders and loose lines, and what a plain dictionary makes of them.
  private struct Shop {
    var generator: SplitMix
    var orders: [OrderKey: LedgerOrder] = [:]
    var loose: [LooseLine: Int32] = [:]
    var deliveries = 0

    mutating func next(_ bound: UInt64) -> UInt64 { generator.next() % bound }

    mutating func row() -> OrderRow {
      var row = OrderRow(day: 19_000 + Int32(next(500)), second: Int32(next(3)) * 40_000)
      if next(8) > 0 {
        row.lines = 1 + Int32(next(3))
        row.amount = Micros(raw: Int64(next(900_000)) * 10_000)
        row.items = Micros(raw: Int64(next(9)) * 1_000_000)
        row.discount = Micros(raw: next(4) == 0 ? Int64(next(90_000)) * 100 : 0)
      }
      if row.lines == 0 || next(9) == 0 {
        (row.returnLines, row.returnAmount) = (1, Micros(raw: Int64(next(5_000_000))))
      }
      return row
    }

    /// The next delivery, of so many orders; some are known and some belong to several customers.
    mutating func delivery(_ count: Int, like harvest: Harvest) throws -> Harvest {
      var harvest = harvest
      (harvest.orders, harvest.loose) = (OrderBook(), [:])
      (harvest.newestDay, harvest.nameDay) = (Int32(next(3)), Int32(next(2)))
      var taken: Set<OrderKey> = []
      for _ in 0..<count {
        let customer = "c\(next(400))" + (next(9) == 0 ? "-with a long key" : "")
        let key = OrderKey(customer: Key(customer), order: Key("\(10_000 + next(4_000))"))
        guard taken.insert(key).inserted else { continue }
        try add(key, to: &harvest)
      }
      for _ in 0..<count / 9 {
        let codes = ItemCodes((product: UInt32(next(5)) * 2, category: nil))
        let customer = Key("c\(next(400))")
        harvest.loose[LooseLine(customer: customer, row: row(), bought: codes), default: 0] += 1
      }
      loose.merge(harvest.loose, uniquingKeysWith: max)
      deliveries += 1
      return harvest
    }

    private mutating func add(_ key: OrderKey, to harvest: inout Harvest) throws {
      let order = HarvestedOrder(row: row(), updated: Int64(next(3)))
      let bytes = (Array(key.customer.text.utf8), Array(key.order.text.utf8))
      let (number, _) = harvest.orders.number(
        of: ItemKey(customer: bytes.0[...], order: bytes.1[...]),
        orElse: order,
      )
      for _ in 0..<next(4) {
        let category = next(2) == 0 ? UInt32(next(9)) * 2 + 1 : nil
        let product = UInt32(truncatingIfNeeded: generator.next()) & ~1
        let codes = [product, category].compactMap(\.self).sorted()
        harvest.orders.insert(ascending: codes, in: number)
      }
      let version = harvest.version(updated: order.updated, acceptance: Int32(deliveries))
      var one = LedgerOrder(row: order.row, version: version)
      one.bought = try #require(ItemCodes(ascending: Array(harvest.orders.codes(of: number))))
      if orders[key].map({ $0.version < version }) ?? true { orders[key] = one }
    }

    /// All orders by customer, the loose lines of one moment being one.
    var byCustomer: [Key: [LedgerOrder]] {
      var found: [Key: [LedgerOrder]] = [:]
      for (key, order) in orders { found[key.customer, default: []].append(order) }
      struct Moment: Hashable {
        var customer: Key
        var day: Int32
        var second: Int32
      }
      let moments = Dictionary(grouping: loose) {
        Moment(customer: $0.key.customer, day: $0.key.row.day, second: $0.key.row.second)
      }
      for (moment, lines) in moments {
        let row = OrderRow(day: moment.day, second: moment.second)
        var one = LedgerOrder(row: row, version: Version())
        for (line, copies) in lines {
          for _ in 0..<copies { one.row.add(line.row) }
          one.bought.formUnion(line.bought)
        }
        found[moment.customer, default: []].append(one)
      }
      return found
    }
  }

  /// What a store keeps.
  private struct Kept {
    var chunks: [String: [UInt8]] = [:]
    var read = 0

    mutating func parts(_ parts: LedgerParts) -> [LedgerChunk] {
      let found = chunks.filter { name, _ in
        switch parts {
        case .all: true
        case .opening: name == "head" || name.hasPrefix("customers/")
        case .sheets: name.hasPrefix("sheets/")
        case .named(let names): names.contains(name)
        }
      }
      read += found.count
      return found.map { LedgerChunk(name: $0.key, bytes: $0.value) }
    }

    mutating func apply(_ changes: LedgerChanges) {
      for name in changes.removed { chunks[name] = nil }
      for chunk in changes.written { chunks[chunk.name] = chunk.bytes }
    }
  }

  private func template() throws -> Harvest {
    let text = "order,customer,date,price,quantity\n1,a,2024-01-01,10,1\n"
    return try Pipeline(dataset: "shop", recipe: Recipe())
      .harvest(SmallShop.export(text), fitting: Ledger())
  }

  @Test(
    "knows what a dictionary would, fetched part by part or whole",
    arguments: [UInt64(1), 2, 3]
  )
  func twin(seed: UInt64) throws {
    var shop = Shop(generator: SplitMix(seed: seed))
    var kept = Kept()
    var whole = Ledger()
    let template = try template()
    for count in [1, 30, 900, 1_500, 40, 3] {
      let harvest = try shop.delivery(count, like: template)
      try whole.merge(harvest)
      var ledger = try Ledger(opening: kept.parts(.opening))
      if !kept.chunks.isEmpty {
        let parts = ledger.parts(for: [harvest])
        try ledger.take(parts, kept.parts(parts))
        if parts != .all { try ledger.take(.sheets, kept.parts(.sheets)) }
      }
      try ledger.merge(harvest)
      #expect(CustomerHistories(ledger).orders == CustomerHistories(whole).orders, "seed \(seed)")
      kept.apply(try ledger.changes())
      for (shelf, sheet) in ledger.shelves.sheets.enumerated() where sheet != nil {
        guard !ledger.shelves.orders.isAway(shelf) else { continue }
        // Made anew of all rows, not of those that came last.
        let rows = try ledger.shelves.rows(shelf)
        #expect(sheet == HistorySheet(rows), "seed \(seed)")
        #expect(try ledger.shelves.orders.bytes(shelf) == rows.bytes, "seed \(seed)")
      }
      let chunks = try whole.chunks()
      #expect(kept.chunks == Dictionary(uniqueKeysWithValues: chunks.map { ($0.name, $0.bytes) }))
    }
    #expect(whole.rowCount == shop.orders.count + shop.loose.count)
    for (key, order) in shop.orders.prefix(60) { #expect(try whole.order(key) == order) }
    try expectHistories(of: whole, shop)
    for customer in Set(shop.orders.keys.map(\.customer)).sorted().prefix(3) {
      let gone = try whole.erase(customer)
      shop.orders = shop.orders.filter { $0.key.customer != customer }
      shop.loose = shop.loose.filter { $0.key.customer != customer }
      #expect(gone > 0)
      #expect(whole.rowCount == shop.orders.count + shop.loose.count)
    }
    try expectHistories(of: whole, shop)
  }

  /// Compares what customers add up to with a plain count.
  private func expectHistories(of ledger: Ledger, _ shop: Shop) throws {
    let histories = CustomerHistories(ledger)
    let paid = shop.orders.filter { $0.value.row.isPurchase }
    let orders = shop.byCustomer
    let buyers = orders.filter { $0.value.contains { $0.row.isPurchase } }.keys.sorted()
    #expect(histories.keys == buyers)
    let numbered = paid.keys.count
    let all = orders.values.joined().filter { $0.row.isPurchase }
    #expect(histories.orders == Set(paid.keys.map(\.order)).count + all.count - numbered)
    #expect(histories.amount == all.reduce(.zero) { $0 + $1.row.amount })
    #expect(histories.asOf == orders.values.joined().map(\.row.day).max())
    for (key, buyer) in zip(histories.keys, histories.buyers) {
      let history = histories.history(of: buyer)
      let bought = orders[key, default: []].filter { $0.row.isPurchase }
      let sorted = bought.map(\.row).sorted {
        ($0.day, $0.second, $0.amount) < ($1.day, $1.second, $1.amount)
      }
      #expect(history.orders == bought.count)
      #expect(history.amount == sorted.reduce(.zero) { $0 + $1.amount })
      #expect(history.discount == sorted.reduce(.zero) { $0 + $1.discount })
      #expect(history.firstOrderValue == sorted.first?.amount)
      #expect(history.lastPurchase == sorted.last?.day)
      #expect(history.firstPurchase == sorted.first?.day)
      let codes = Set(bought.flatMap(\.bought.codes))
      #expect(history.products == codes.count { ItemCodes.isProduct($0) })
      #expect(history.categories == codes.count { !ItemCodes.isProduct($0) })
      let gaps = zip(sorted, sorted.dropFirst()).map { Double($1.day - $0.day) }.filter { $0 > 0 }
      let summary = Summary(gaps)
      #expect(history.medianGap == (gaps.isEmpty ? nil : summary.median))
      let spread = summary.quantile(0.75) - summary.quantile(0.25)
      #expect(history.gapSpread == (gaps.count < 2 ? nil : spread))
      let window = sorted.filter { $0.day > 19_100 && $0.day <= 19_333 }
      #expect(
        history.spent(after: 19_100, upTo: 19_333) == window.reduce(.zero) { $0 + $1.amount }
      )
    }
  }

  @Test("of many orders reads and writes little for a few new ones")
  func little() throws {
    var shop = Shop(generator: SplitMix(seed: 5))
    var whole = Ledger()
    let template = try template()
    try whole.merge(try shop.delivery(9_000, like: template))
    var kept = Kept()
    kept.apply(try whole.changes())
    kept.read = 0
    let news = try shop.delivery(2, like: template)
    var ledger = try Ledger(opening: kept.parts(.opening))
    let parts = ledger.parts(for: [news])
    try ledger.take(parts, kept.parts(parts))
    try ledger.merge(news)
    #expect(kept.chunks.count > 20)
    #expect(kept.read <= 5)
    #expect(try ledger.changes().written.count <= 7)
  }

  @Test("refuses to join a shelf that was not fetched, rather than to take it for empty")
  func notFetched() throws {
    var shop = Shop(generator: SplitMix(seed: 6))
    var whole = Ledger()
    let template = try template()
    try whole.merge(try shop.delivery(50, like: template))
    var ledger = try Ledger(opening: try whole.chunks().filter { $0.name == "head" })
    let news = try shop.delivery(5, like: template)
    #expect(throws: SegmentError.damagedLedger(chunk: "orders/0/0")) { try ledger.merge(news) }
  }

  @Test("lies alike after it has grown and shrunk as if it never had")
  func plans() throws {
    #expect(
      [0, 1, 1_024, 1_025, 2_048, 2_049, 5_000_000].map { ShelfPlan(rows: $0).bits } == [
        0, 0, 0, 1, 1, 2, 13,
      ]
    )
    for rows in [5, 3_000, 70_000] {
      let plan = ShelfPlan(rows: rows)
      let names = (0..<plan.count).map { plan.name(.sheets, $0) }
      #expect(names.map { plan.place(of: $0)?.shelf } == Array(0..<plan.count).map(Optional.some))
      #expect(plan.place(of: ShelfPlan(rows: 4 * rows + 5_000).name(.sheets, 0)) == nil)
    }
    #expect(ShelfPlan(rows: 3_000).place(of: "orders/2/4") == nil)
    #expect(ShelfPlan(rows: 3_000).shelf(of: .max) == 3)
  }

  @Test("reads the form before shelves, and has the store keep today's")
  func secondForm() throws {
    var orders = ByteWriter()
    for text in ["anna", "7"] { orders.write(text) }
    let row: [Int64] = [19_000, 60, 5_000_000, 1_000_000, 1, 0, 0, 250_000, 2, 10, 91]
    for number: Int64 in row + [3, 19_001, 0, 4] { orders.write(number) }
    var loose = ByteWriter()
    loose.write("berta")
    for number: Int64 in [19_002, 0, 7_000_000, 1_000_000, 1, 0, 0, 0, 0, 2] { loose.write(number) }
    let head =
      #"{"format":2,"tally":{"columns":[],"deliveries":5,"examples":{},"findings":{},"#
      + #""rejected":{},"rowsKept":3,"rowsRead":3}}"#
    let chunks = [
      LedgerChunk(name: "head", bytes: Array(head.utf8)),
      LedgerChunk(name: "loose/first", bytes: loose.bytes),
      LedgerChunk(name: "orders/first", bytes: orders.bytes),
    ]
    #expect(try Ledger.isOfOldForm(opening: [chunks[0]]))
    let ledger = try Ledger(chunks: chunks)
    let order = try #require(
      try ledger.order(OrderKey(customer: Key("anna"), order: Key("7")))
    )
    #expect(order.row.discount.value == 0.25)
    #expect(order.bought.codes == [10, 101])
    #expect(order.version == Version(updated: 3, fileDay: 19_001, nameDay: 0, acceptance: 4))
    let histories = CustomerHistories(ledger)
    #expect(histories.orders == 2)
    #expect(histories.amount.value == 19)
    let changes = try ledger.changes()
    #expect(changes.removed.contains("orders/first") && changes.removed.contains("loose/first"))
    #expect(
      changes.written.map(\.name) == ["head", "orders/0/0", "numbers/0/0", "sheets/0/0"]
    )
    #expect(try Ledger(chunks: changes.written) == ledger)
  }
}

@Suite("Columns of the ledger")
struct LedgerColumnTests {
  @Test("are read back as they were written, from the smallest to the largest number")
  func columns() throws {
    let columns: [[Int64]] = [
      [], [7], [.min, .max], [.max, 0, .min], [0, 10_000, 20_000_000], [5, 5, 5],
      (0..<300).map { $0 * 1_000_000 - 77 }, [0, 255], [-1, 255], [1, 10_001],
    ]
    for column in columns {
      var writer = ByteWriter()
      writer.writeColumn(column.count) { column[$0] }
      var reader = ByteReader(writer.bytes)
      #expect(reader.column(column.count) == column)
      #expect(reader.isAtEnd)
      var damaged = ByteReader(Array(writer.bytes.dropLast()))
      #expect(damaged.column(column.count) != column || column.isEmpty)
    }
  }

  @Test("of order numbers count each number once, whatever comes and goes", arguments: 1...5)
  func numbers(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    var twin: [UInt64] = []
    var shelf = NumberShelf()
    for _ in 0..<40 {
      let added = (0..<generator.next() % 20).map { _ in generator.next() % 60 << 50 }
      let removed = Array(twin.shuffled(using: &generator).prefix(Int(generator.next() % 9)))
      shelf.change(adding: added, removing: removed)
      twin += added
      for number in removed { twin.firstIndex(of: number).map { _ = twin.remove(at: $0) } }
      #expect(shelf.numbers == twin.sorted())
      #expect(shelf.distinct == Set(twin).count)
      #expect(NumberShelf(shelf.bytes)?.numbers == shelf.numbers)
    }
  }

  @Test("that are damaged are refused and never trap", arguments: 1...3)
  func damage(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let ledger = try SmallShop.ledger([("a.csv", SmallShop.orders(customers: 25))])
    for chunk in try ledger.chunks() where chunk.name != "head" {
      for _ in 0..<60 {
        var bytes = chunk.bytes
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(generator.next() & 255)
        if generator.next() & 1 == 0 { bytes.removeLast(Int(generator.next() % 40)) }
        // Whatever they are taken for, it is read to its end.
        _ = ShelfRows(bytes)?.bytes
        _ = NumberShelf(bytes)?.distinct
        _ = HistorySheet(bytes)?.count
      }
    }
  }
}
