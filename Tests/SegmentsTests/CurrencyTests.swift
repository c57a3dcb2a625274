import Testing

@testable import Segments

@Suite("Currencies")
struct CurrencyTests {
  static let text = """
    order,customer,date,total,currency
    1,ann,2026-01-02,10.00,EUR
    2,ann,2026-01-03,10.00,usd
    3,bo,2026-01-04,5.00,
    """

  private func harvest(_ text: String, _ choice: CurrencyChoice?) throws -> Harvest {
    var recipe = Recipe()
    recipe.reading.currency = choice
    return try Pipeline(dataset: "shop", recipe: recipe)
      .harvest(SmallShop.export(text), fitting: Ledger())
  }

  @Test("are brought to one with the configured rates; a blank cell is the base")
  func converted() throws {
    let harvest = try harvest(Self.text, CurrencyChoice(base: "EUR", rates: ["USD": 0.92]))
    var ledger = Ledger()
    try ledger.merge(harvest)
    #expect(CustomerHistories(ledger).amount == Micros(24.2))
    #expect(harvest.currency == "EUR")
  }

  @Test("without a rate are refused by name")
  func noRate() {
    #expect(throws: SegmentError.refused(.noRate(["USD"], base: "EUR"))) {
      try harvest(Self.text, CurrencyChoice(base: "EUR"))
    }
    #expect(throws: SegmentError.refused(.severalCurrencies(["EUR", "USD"]))) {
      try harvest(Self.text, nil)
    }
  }

  @Test("of rows that do not count refuse nothing")
  func unpaid() throws {
    let text = """
      order,customer,date,total,currency,status
      1,ann,2026-01-02,10.00,EUR,paid
      2,ann,2026-01-03,10.00,USD,failed
      """
    #expect(try harvest(text, nil).currency == "EUR")
  }

  @Test("of a customer table convert the money, not the counts")
  func customers() throws {
    let harvest = try harvest(
      "customer_id,total_spent,orders,currency\na,10,2,EUR\nb,10,2,USD\n",
      CurrencyChoice(base: "EUR", rates: ["USD": 0.5]),
    )
    #expect(harvest.customers.map(\.values) == [[10, 2], [5, 2]])
  }

  @Test("follow the amount that the configuration names, where a platform has two pairs")
  func pairs() throws {
    var recipe = Recipe()
    recipe.columns.roles["amount"] = "Converted Amount"
    let text = """
      id,Created (UTC),Amount,Currency,Converted Amount,Converted Currency,Status,Customer ID
      1,2026-01-02 10:00,10.00,usd,9.20,eur,Paid,c1
      2,2026-01-03 10:00,10.00,eur,10.00,eur,Paid,c1
      """
    let harvest = try Pipeline(dataset: "shop", recipe: recipe)
      .harvest(SmallShop.export(text), fitting: Ledger())
    #expect(harvest.schema.platform == "stripe-payments")
    #expect(harvest.currency == "EUR")
  }
}
