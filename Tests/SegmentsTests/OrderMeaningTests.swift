import Testing

@testable import Segments

@Suite("Lines of orders")
struct OrderMeaningTests {
  static let shopify =
    "Name,Email,Created at,Total,Refunded Amount,Financial Status,Cancelled at,"
    + "Payment Method,Lineitem name,Lineitem quantity\n"

  private func harvest(_ text: String, recipe: Recipe = Recipe()) throws -> Harvest {
    try Pipeline(dataset: "shop", recipe: recipe)
      .harvest(SmallShop.export(text), fitting: Ledger())
  }

  private func order(_ harvest: Harvest, _ customer: String, _ order: String) -> OrderRow? {
    harvest.orders[OrderKey(customer: Key(customer), order: Key(order))]?.row
  }

  @Test("are filled from the order's first line, and its total counts once")
  func continuation() throws {
    let harvest = try harvest(
      Self.shopify + """
        #1,ann@x.com,2026-01-02 10:00:00 +0000,30.50,0.00,paid,,card,Mug,1
        #1,,,,,,,,Bag,2
        #2,bo@x.com,2026-01-03 10:00:00 +0000,12.00,0.00,paid,,card,Cup,1
        #1,ann@x.com,,,,,,,Hat,1
        """
    )
    #expect(harvest.rowsKept == 4)
    let first = try #require(order(harvest, "ann@x.com", "#1"))
    #expect(first.amount.value == 30.5)
    #expect(first.items.value == 4)
    #expect(first.lines == 3)
  }

  @Test("are the same order in whatever sequence they stand, and stray ones are listed")
  func shuffled() throws {
    let lines = [
      "#1,,,,,,,,Bag,2", "#2,,,,,,,,Cap,1",
      "#1,ann@x.com,2026-01-02 10:00:00 +0000,30.50,0.00,paid,,card,Mug,1",
      "#9,,,,,,,,Left over,1",
      "#2,bo@x.com,2026-01-03 10:00:00 +0000,12.00,0.00,paid,,card,Cup,1",
    ]
    let forward = try harvest(Self.shopify + lines.joined(separator: "\n") + "\n")
    let backward = try harvest(Self.shopify + lines.reversed().joined(separator: "\n") + "\n")
    #expect(forward.orders.mapValues(\.row) == backward.orders.mapValues(\.row))
    #expect(order(forward, "ann@x.com", "#1")?.items.value == 3)
    #expect(forward.rejected.map(\.line) == [5])
    #expect(forward.rejected.map(\.rule) == ["missing"])
  }

  @Test("count a total once that is said again on every line")
  func repeated() throws {
    let harvest = try harvest(
      """
      Order ID,Customer ID,Order Date,Order Total,Product,Quantity
      1,ann,2026-01-02,30.00,Mug,1
      1,ann,2026-01-02,30.00,Bag,1
      2,bo,2026-01-03,12.00,Cup,1
      """
    )
    #expect(harvest.schema.amounts == .order)
    #expect(order(harvest, "ann", "1")?.amount.value == 30)
    #expect(order(harvest, "ann", "1")?.items.value == 2)
  }

  @Test("add up where the amount is the line's, and the configuration may say so")
  func added() throws {
    let text = """
      order,customer,date,amount,product
      1,ann,2026-01-02,10.00,Mug
      1,ann,2026-01-02,20.00,Bag
      2,bo,2026-01-03,12.00,Cup
      """
    #expect(order(try harvest(text), "ann", "1")?.amount.value == 30)
    var recipe = Recipe()
    recipe.reading.amounts = .order
    #expect(order(try harvest(text, recipe: recipe), "ann", "1")?.amount.value == 20)
  }

  @Test("happen at the time beside their date, where it holds none")
  func times() throws {
    let harvest = try harvest(
      """
      order,customer,date,time,amount,product
      1,ann,2026-01-02,8:15 PM,10.00,Mug
      2,ann,2026-01-03 07:00,09:30:10,20.00,Bag
      3,bo,2026-01-03,later,12.00,Cup
      """
    )
    #expect(harvest.schema.roles[.time] == "time")
    #expect(order(harvest, "ann", "1")?.second == 72_900)
    #expect(order(harvest, "ann", "2")?.second == 25_200)
    #expect(order(harvest, "bo", "3")?.second == 0)
    let minutes = try self.harvest(
      """
      order,customer,date,time,amount,product
      1,ann,2026-01-02,12,10.00,Mug
      """
    )
    #expect(minutes.schema.roles[.time] == nil)
  }

  @Test(
    "of an order that was cancelled or refunded are a return, a refunded part stands beside the purchase"
  )
  func returns() throws {
    let harvest = try harvest(
      Self.shopify + """
        #1,ann@x.com,2026-01-02,30.00,30.00,refunded,,card,Mug,1
        #2,ann@x.com,2026-01-03,20.00,0.00,paid,2026-01-04,card,Mug,1
        #3,ann@x.com,2026-01-04,10.00,4.00,partially_refunded,,card,Mug,1
        #4,ann@x.com,2026-01-05,15.00,0.00,voided,,card,Mug,1
        """
    )
    var ledger = Ledger()
    try ledger.merge(harvest)
    let histories = CustomerHistories(ledger)
    #expect(histories.orders == 1)
    #expect(histories.amount.value == 10)
    #expect(histories.returns?.orders == 4)
    #expect(histories.returns?.amount == 69)
  }

  @Test("of tests and of orders nobody paid for are left out by name, and are no dirt")
  func notOrders() throws {
    let harvest = try harvest(
      Self.shopify + """
        #1,ann@x.com,2026-01-02,30.00,0.00,pending,,card,Mug,1
        #2,ann@x.com,2026-01-03,20.00,0.00,paid,,(for testing) Bogus Gateway,Mug,1
        #3,ann@x.com,2026-01-04,10.00,0.00,paid,,card,Mug,1
        #4,ann@x.com,2026-01-04,0.00,0.00,paid,,card,Gift,1
        """
    )
    #expect(harvest.rejected.map(\.rule) == ["unpaid", "test", "zero"])
    #expect(harvest.rejectedByRule["unpaid"] == 1)
    #expect(harvest.rowsKept == 1)
  }

  @Test("of a guest are listed as missing their customer, all of them")
  func guests() throws {
    let harvest = try harvest(
      Self.shopify + """
        #1,,2026-01-02,30.00,0.00,paid,,card,Mug,1
        #1,,,,,,,,Bag,1
        #2,ann@x.com,2026-01-03,20.00,0.00,paid,,card,Mug,1
        """
    )
    #expect(harvest.rejected.map(\.line) == [2, 3])
    #expect(harvest.rejected.allSatisfy { $0.column == "Email" && $0.rule == "missing" })
  }

  @Test(
    "understand statuses in many languages",
    arguments: [
      ("Cancelled", .returned), ("wc-cancelled", .returned), ("Annulée", .returned),
      ("Storniert", .returned), ("Remboursée", .returned), ("Cancelado", .returned),
      ("Geannuleerd", .returned), ("Annullato", .returned), ("refunded", .returned),
      ("partially_refunded", .purchase), ("Partiellement remboursée", .purchase),
      ("Teilweise erstattet", .purchase), ("completed", .purchase), ("wc-processing", .purchase),
      ("Paid", .purchase), ("Failed", .unpaid), ("Échouée", .unpaid), ("checkout-draft", .unpaid),
      ("Fehlgeschlagen", .unpaid), ("Zurückgegeben", .returned), ("", .purchase),
    ] as [(String, StatusWords.Meaning)]
  )
  func statuses(status: String, meaning: StatusWords.Meaning) {
    #expect(StatusWords().meaning(of: status) == meaning)
  }
}
