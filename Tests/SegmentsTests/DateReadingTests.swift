import Testing

@testable import Segments

@Suite("The order of day and month")
struct DateReadingTests {
  private func days(_ text: String, dates: DateOrderChoice? = nil) throws -> [String] {
    var recipe = Recipe()
    recipe.reading.dates = dates
    let harvest = try Pipeline(dataset: "shop", recipe: recipe)
      .harvest(SmallShop.export(text), fitting: Ledger())
    return Set(harvest.orders.values.map { StudyBuilder.text(ofDay: $0.row.day) }).sorted()
  }

  private func text(_ dates: [String]) -> String {
    "order,customer,date,total\n"
      + dates.enumerated().map { "\($0),k\($0 % 7),\($1),5\n" }.joined()
  }

  @Test("is refused where no date shows it, with an example")
  func open() {
    #expect(throws: SegmentError.refused(.undecidedDates("date", example: "03/04/2026"))) {
      try days(text(["05/05/2026", "03/04/2026"]))
    }
  }

  @Test("does not matter where it changes no day")
  func irrelevant() throws {
    #expect(try days(text(["05/05/2026", "07/07/2026"])) == ["2026-05-05", "2026-07-07"])
  }

  @Test("is what the configuration says")
  func configured() throws {
    #expect(try days(text(["03/04/2026"]), dates: .dmy) == ["2026-04-03"])
    #expect(try days(text(["03/04/2026"]), dates: .mdy) == ["2026-03-04"])
  }

  @Test("is what the platform always writes")
  func platform() throws {
    let text = """
      Sale Date,Order ID,Buyer User ID,Order Total,Order Net,Adjusted Order Total,Number of Items
      03/04/26,1,7,5.00,4.00,5.00,1
      """
    #expect(try days(text) == ["2026-03-04"])
  }

  @Test("is found where the first thousands of rows leave it open")
  func wholeFile() throws {
    var dates = (0..<5_200).map { "0\($0 % 9 + 1)/11/2026" }
    dates.append("23/11/2026")
    #expect(try days(text(dates)).last == "2026-11-23")
    dates[5_200] = "09/11/2026"
    #expect(throws: SegmentError.self) { try days(text(dates)) }
  }

  @Test("of a customer table refuses nothing")
  func customers() throws {
    let harvest = try Pipeline(dataset: "shop", recipe: Recipe()).harvest(
      SmallShop.export("customer_id,total_spent,birthday\n1,5,03/04/1980\n2,6,04/05/1981\n"),
      fitting: Ledger(),
    )
    #expect(harvest.rowsKept == 2)
  }
}
