import Testing

@testable import Segments

@Suite("The ledger")
struct LedgerTests {
  static let header = "order,customer,date,price,quantity\n"

  @Test("folds lines to orders and orders to customers, returns apart")
  func folding() throws {
    let table = try SmallShop.table(
      Self.header + """
        1,anna,2024-01-01,10.50,2
        1,anna,2024-01-01,1.00,1
        2,anna,2024-01-11,5.00,1
        C3,anna,2024-01-12,5.00,-1
        4,berta,2024-01-21,7.00,1
        """
    )
    #expect(table.customers.map(\.text) == ["anna", "berta"])
    #expect(table.feature(named: "frequency")?.values == [2, 1])
    #expect(table.feature(named: "monetary")?.values == [27, 7])
    #expect(table.feature(named: "recency")?.values == [10, 0])
    #expect(table.feature(named: "tenure")?.values == [20, 0])
    #expect(table.feature(named: "items")?.values == [4, 1])
    #expect(table.feature(named: "returns")?.values == [1, 0])
  }

  @Test("leaves out customers who only brought back")
  func returnsOnly() throws {
    let table = try SmallShop.table(
      Self.header + "1,anna,2024-01-01,10,1\nC2,carl,2024-01-02,10,-1\n"
    )
    #expect(table.customers.map(\.text) == ["anna"])
  }

  @Test("a newer version of an order replaces the older whole")
  func replacement() throws {
    let ledger = try SmallShop.ledger([
      ("a-2024-01-31.csv", Self.header + "1,anna,2024-01-01,10,1\n2,anna,2024-01-05,3,1\n"),
      ("b-2024-02-29.csv", Self.header + "1,anna,2024-01-01,8,1\n3,anna,2024-02-05,4,1\n"),
    ])
    let table = FeatureBuilder.table(of: ledger, recipe: Recipe())
    #expect(table.feature(named: "monetary")?.values == [15])
    #expect(table.feature(named: "frequency")?.values == [3])
  }

  @Test("takes one number from two platforms for two orders, unless the customer is the same too")
  func twoPlatforms() throws {
    let one = "order,customer,date,price,quantity\n7,anna,2024-01-01,10,1\n8,anna,2024-01-02,4,1\n"
    let other = "Order ID,Customer ID,Order Date,Total\n7,berta,2024-02-01,3\n8,anna,2024-02-02,5\n"
    for files in [[("a.csv", one), ("b.csv", other)], [("b.csv", other), ("a.csv", one)]] {
      let ledger = try SmallShop.ledger(files)
      let table = FeatureBuilder.table(of: ledger, recipe: Recipe())
      #expect(table.customers.map(\.text) == ["anna", "berta"])
      #expect(table.feature(named: "frequency")?.values == [2, 1])
      #expect(table.feature(named: "monetary")?.values == [15, 3])
      #expect(CustomerHistories(ledger).orders == 2)
    }
  }

  @Test("an older export that arrives later changes nothing it should not")
  func lateArrival() throws {
    let january = ("a-2024-01-31.csv", Self.header + "1,anna,2024-01-01,10,1\n")
    let february = (
      "b-2024-02-29.csv", Self.header + "1,anna,2024-01-01,8,1\n2,anna,2024-02-01,1,1\n"
    )
    let forward = FeatureBuilder.table(
      of: try SmallShop.ledger([january, february]),
      recipe: Recipe()
    )
    let backward = FeatureBuilder.table(
      of: try SmallShop.ledger([february, january]),
      recipe: Recipe()
    )
    #expect(forward == backward)
  }

  @Test("says when a delivery added nothing")
  func nothingNew() throws {
    let pipeline = Pipeline(dataset: "shop", recipe: Recipe())
    let export = SmallShop.export(Self.header + "1,anna,2024-01-01,10,1\n")
    var ledger = Ledger()
    let first = try ledger.merge(try pipeline.harvest(export, fitting: ledger))
    let second = try ledger.merge(try pipeline.harvest(export, fitting: ledger))
    #expect(first)
    #expect(!second)
    #expect(ledger.tally.rowsRead == 2)
  }

  @Test("joins lines without an order number as multisets")
  func looseLines() throws {
    let lines = "customer,date,spent\nanna,2024-01-01,5\nanna,2024-01-01,5\nanna,2024-01-02,7\n"
    let ledger = try SmallShop.ledger([("a.csv", lines), ("b.csv", lines)])
    let table = FeatureBuilder.table(of: ledger, recipe: Recipe())
    #expect(table.feature(named: "monetary")?.values == [17])
    #expect(table.feature(named: "frequency")?.values == [2])
  }

  @Test("lists what it leaves out, with line, column, value and rule")
  func rejects() throws {
    let harvest = try Pipeline(dataset: "shop", recipe: Recipe()).harvest(
      SmallShop.export(
        Self.header + """
          1,anna,2024-01-01,10,1
          2,,2024-01-01,10,1
          3,anna,yesterday,10,1
          4,anna,2024-01-02,10,0
          5,anna,2024-01-03,4,1
          6,anna,2024-01-03,4,1
          """
      ),
      fitting: Ledger(),
    )
    #expect(
      Array(harvest.rejected) == [
        RejectedLine(line: 3, column: "customer", value: "", rule: "missing"),
        RejectedLine(line: 4, column: "date", value: "yesterday", rule: "unreadable"),
        RejectedLine(line: 5, column: "quantity", value: "0", rule: "zero"),
      ]
    )
    #expect(harvest.rowsRead == 6)
    #expect(harvest.rowsKept == 3)
  }

  @Test("dates after the day a delivery arrived are unreadable")
  func future() throws {
    let text = Self.header + "1,a,2024-01-01,1,1\n2,a,2024-01-09,1,1\n3,a,2024-01-02,1,1\n"
    let export = Export(name: "x.csv", receivedDay: 19_725, bytes: Array(text.utf8))  // 2024-01-03
    let harvest = try Pipeline(dataset: "shop", recipe: Recipe())
      .harvest(export, fitting: Ledger())
    #expect(harvest.rejected.map(\.rule) == ["unreadable"])
  }

  @Test("stamps after the day a delivery arrived keep no later correction out")
  func futureStamps() throws {
    let header = "order,customer,date,price,quantity,updated at\n"
    let files = [
      ("a-2099-01-01.csv", 19_725, header + "1,a,2024-01-01,99,1,2099-01-01\n"),
      ("b.csv", 19_726, header + "1,a,2024-01-01,20,1,2024-01-04\n"),
    ]
    for files in [files, files.reversed()] {
      var ledger = Ledger()
      for (name, day, text) in files {
        let export = Export(name: name, receivedDay: Int32(day), bytes: Array(text.utf8))
        let pipeline = Pipeline(dataset: "shop", recipe: Recipe())
        try ledger.merge(pipeline.harvest(export, fitting: ledger))
      }
      let table = FeatureBuilder.table(of: ledger, recipe: Recipe())
      #expect(table.feature(named: "monetary")?.values == [20])
    }
  }

  @Test("refuses a customer file that lacks a column of its dataset, and says which")
  func otherColumns() throws {
    #expect(throws: SegmentError.refused(.otherColumns(missing: ["visits"]))) {
      try SmallShop.ledger([
        ("a.csv", "customer_id,visits,total_spent\n1,2,3\n2,3,4\n"),
        ("b.csv", "customer_id,total_spent\n3,3\n4,4\n"),
      ])
    }
  }

  @Test("survives its own bytes, whatever it holds")
  func chunks() throws {
    for text in [
      SmallShop.orders(customers: 40), SmallShop.sample(customers: 60),
      "customer,date,spent\nanna,2024-01-01,5\nbérta,2024-01-02,-7.25\n",
    ] {
      let ledger = try SmallShop.ledger([("a-2024-05-05.csv", text)])
      let chunks = try ledger.chunks()
      #expect(try Ledger(chunks: chunks.reversed()) == ledger)
    }
  }

  @Test("reads rows of the form before discounts and products were kept")
  func firstFormat() throws {
    var writer = ByteWriter()
    for text in ["anna", "7"] { writer.write(text) }
    for number: Int64 in [19_000, 60, 5_000_000, 1_000_000, 1, 0, 0] { writer.write(number) }
    for number: Int64 in [0, 19_000, 0, 1] { writer.write(number) }
    let head =
      #"{"format":1,"tally":{"deliveries":1,"rowsRead":1,"rowsKept":1,"rejected":{},"findings":{}}}"#
    let ledger = try Ledger(chunks: [
      LedgerChunk(name: "orders/0", bytes: writer.bytes),
      LedgerChunk(name: "head", bytes: Array(head.utf8)),
    ])
    let order = try #require(try ledger.order(OrderKey(customer: Key("anna"), order: Key("7"))))
    #expect(order.row.amount.value == 5)
    #expect(order.bought.isEmpty)
    #expect(order.version.acceptance == 1)
  }

  @Test("keeps what an order was about: discounts, products, categories")
  func bought() throws {
    let text = """
      order,customer,date,total,discount amount,sku,category
      1,anna,2024-01-01,9,1.00,A,x
      1,anna,2024-01-01,5,-0.50,B,x
      1,anna,2024-01-01,5,,A,x
      C2,anna,2024-01-02,5,9,C,y

      """
    let ledger = try SmallShop.ledger([("a.csv", text)])
    let row = try #require(try ledger.order(OrderKey(customer: Key("anna"), order: Key("1"))))
    #expect(row.row.discount.value == 1.5)
    #expect(row.bought.codes.count { ItemCodes.isProduct($0) } == 2)
    #expect(row.bought.codes.count { !ItemCodes.isProduct($0) } == 1)
    #expect(try Ledger(chunks: try ledger.chunks()) == ledger)
  }

  @Test("damaged bytes are refused, never read as something else")
  func damage() throws {
    let ledger = try SmallShop.ledger([("a.csv", SmallShop.orders(customers: 20))])
    let chunks = try ledger.chunks()
    let more = try Pipeline(dataset: "shop", recipe: Recipe())
      .harvest(SmallShop.export(SmallShop.orders(customers: 30, seed: 2)), fitting: Ledger())
    for name in ["orders/0/0", "numbers/0/0", "sheets/0/0"] {
      var damaged = chunks
      let place = try #require(damaged.firstIndex { $0.name == name })
      damaged[place].bytes.removeLast(3)
      #expect(throws: SegmentError.damagedLedger(chunk: name)) {
        var ledger = try Ledger(chunks: damaged)
        try ledger.merge(more)
      }
    }
  }

  @Test("is the same for any split of whole orders over files in any order")
  func pathIndependence() throws {
    let lines = SmallShop.orders(customers: 80, seed: 4).split(separator: "\n").map(String.init)
    let orders = Dictionary(grouping: lines.dropFirst()) { $0.prefix { $0 != "," } }
    let keys = orders.keys.sorted()
    let whole = try SmallShop.ledger([("a.csv", lines.joined(separator: "\n"))])
    let reference = FeatureBuilder.table(of: whole, recipe: Recipe())
    for parts in [2, 5, 9] {
      var files = [[String]](repeating: [lines[0]], count: parts)
      for (place, key) in keys.enumerated() {
        files[place * 7 % parts] += orders[key, default: []]
      }
      let split = try SmallShop.ledger(
        files.reversed().enumerated().map { ("\($0).csv", $1.joined(separator: "\n")) }
      )
      #expect(FeatureBuilder.table(of: split, recipe: Recipe()) == reference)
    }
  }

  @Test("keys are compared byte by byte, e-mails in lower case")
  func keys() {
    #expect(Key("e\u{301}") != Key("\u{e9}"))
    #expect(Key.normalized("Anna@Example.COM") == Key("anna@example.com"))
    #expect(Key.normalized("'0017") == Key("0017"))
    #expect(Key("b") < Key("é"))
  }

  @Test("sums of money do not depend on their order")
  func micros() throws {
    let values = (1...500).map { Double($0) * 0.1 }
    let forward = try values.map { try #require(Micros($0)) }.reduce(.zero, +)
    let backward = try values.reversed().map { try #require(Micros($0)) }.reduce(.zero, +)
    #expect(forward == backward)
    #expect(forward.value == 12_525)
    #expect(Micros(2.0e9) == nil)
    #expect(Micros(.nan) == nil)
  }
}
