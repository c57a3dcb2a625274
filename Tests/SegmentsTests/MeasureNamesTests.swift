import Testing

@testable import Segments

@Suite("Names of measures")
struct MeasureNamesTests {
  @Test(
    "are headers made readable",
    arguments: [
      ("NumStorePurchases", "store purchases"), ("MntMeatProducts", "meat products spend"),
      ("Detergents_Paper", "detergents paper"), ("Annual Income (k$)", "annual income"),
      ("Spending Score (1-100)", "spending score"), ("Z_Revenue", "revenue"),
      ("AOVLastYear", "AOV last year"), ("info_perfil", "info perfil"), ("n_puntos", "puntos"),
      ("AcceptedCmp3", "accepted cmp 3 measure"), ("daysBetweenOrders", "days between orders"),
      ("Fresh", "fresh"), ("N", "n"), ("___", "measure"),
    ]
  )
  func readable(header: String, name: String) {
    #expect(MeasureNames.short(header) == name)
  }

  @Test("stay apart: headers that would read the same keep their prefixes")
  func apart() throws {
    let text =
      "customer_id,NumWines,N_Wines,Sweets\n"
      + (1...30).map { "\($0),\($0 + 7),\($0 * 7 % 31 + 1),\($0 * 11 % 29 + 1)" }
      .joined(separator: "\n") + "\n"
    let report = try StudyTests().study(text).report
    let names = MeasureNames(report.features)
    #expect(report.features.map { names[$0.name] } == ["num wines", "n wines", "sweets"])
  }
}
