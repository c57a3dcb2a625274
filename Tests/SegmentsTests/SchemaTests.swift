import Testing

@testable import Segments

@Suite("Roles of columns")
struct SchemaTests {
  func match(_ text: String, recipe: Recipe = Recipe()) throws -> SchemaMatch {
    try Pipeline(dataset: "shop", recipe: recipe)
      .harvest(SmallShop.export(text), fitting: Ledger()).schema
  }

  @Test("are found by name in a customer table, in Spanish too")
  func customerTable() throws {
    let match = try match(
      """
      ID,n_clicks,n_visitas,monto_compras,monto_descuentos,info_perfil
      a,1,2,3.5,4,5
      b,2,3,4.5,5,6
      """
    )
    #expect(match.grain == .customers)
    #expect(match.roles[.customer] == "ID")
    #expect(match.roles[.visits] == "n_visitas")
    #expect(match.roles[.spend] == "monto_compras")
    #expect(match.roles[.discount] == "monto_descuentos")
    #expect(match.features.count == 5)
  }

  @Test("make order lines of a table with order, date, price and quantity")
  func orderLines() throws {
    let match = try match(
      """
      InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID
      1,a,2,2011-01-01 10:00,1.50,17850.0
      1,b,1,2011-01-01 10:00,2.50,17850.0
      """
    )
    #expect(match.grain == .lines)
    #expect(match.roles[.order] == "InvoiceNo")
    #expect(match.roles[.price] == "UnitPrice")
  }

  @Test("make orders of a table whose order numbers are unique")
  func orders() throws {
    let match = try match(
      """
      order id;customer;date;total
      1;anna;2024-01-01;10,50
      2;anna;2024-01-02;11,50
      3;berta;2024-01-03;12,50
      """
    )
    #expect(match.grain == .orders)
    #expect(match.roles[.amount] == "total")
  }

  @Test("may be named in the configuration")
  func configured() throws {
    var recipe = Recipe()
    recipe.columns.roles = ["customer": "who", "date": "when", "amount": "worth"]
    recipe.grain = .orders
    let match = try match("who,when,worth\na,2024-01-01,5\nb,2024-01-02,6\n", recipe: recipe)
    #expect(match.roles[.customer] == "who")
  }

  @Test("that the configuration names but the file lacks refuse the file and list its header")
  func missingColumn() {
    var recipe = Recipe()
    recipe.columns.roles = ["customer": "client"]
    #expect(
      throws: SegmentError.refused(
        .missingColumn("client", role: "customer", header: ["id", "spend"])
      )
    ) {
      try match("id,spend\n1,2\n", recipe: recipe)
    }
  }

  @Test("a file without customer and without numbers is refused")
  func words() {
    #expect(throws: SegmentError.refused(.nothingToRead(["hello"]))) {
      try match("hello\nworld\n")
    }
  }

  @Test("orders without a customer are refused by that name")
  func noCustomer() throws {
    let error = #expect(throws: SegmentError.self) {
      try match("order id,purchase date,item price\n1,2024-01-01,5\n2,2024-01-02,6\n")
    }
    #expect(error?.errorDescription.contains("customer") == true)
  }

  @Test("several currencies are refused by name")
  func currencies() throws {
    let error = #expect(throws: SegmentError.self) {
      try match(
        "order,customer,date,total,currency\n1,a,2024-01-01,5,EUR\n2,b,2024-01-02,6,usd\n"
      )
    }
    #expect(error == .refused(.severalCurrencies(["EUR", "USD"])))
  }

  @Test(
    "a day in a file's name is found wherever it stands",
    arguments: [
      ("orders-2026-06-30.csv", "2026-06-30"), ("export_20260630.csv", "2026-06-30"),
      ("2010-12-01.csv", "2010-12-01"), ("orders 1234567890.csv", nil), ("shop.csv", nil),
      ("x-2026-13-01.csv", nil),
    ] as [(String, String?)]
  )
  func fileNames(name: String, day: String?) {
    #expect(FileNameDay.day(in: name).map { StudyBuilder.text(ofDay: $0) } == day)
  }
}
