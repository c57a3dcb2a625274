import Testing

@testable import Segments

@Suite("Customers far from everybody else")
struct OutliersTests {
  /// A hundred ordinary customers and one who spends a thousand times as much.
  private static let text =
    "customer_id,visits,total_spent\n"
    + (1...100).map { "\($0),\($0 * 37 % 50 + 10),\($0 * 61 % 90 + 20)" }.joined(separator: "\n")
    + "\nwhale,30,90000\n"

  private static func report(
    _ treatment: OutlierTreatment,
    _ method: OutlierMethod,
  ) throws -> Study {
    var recipe = Recipe()
    recipe.cleaning.outliers = treatment
    recipe.cleaning.outlierMethod = method
    return try StudyTests().study(Self.text, recipe: recipe)
  }

  @Test("are kept unless the configuration says otherwise")
  func kept() throws {
    let study = try Self.report(.keep, .iqr)
    #expect(study.report.customers == 101)
    #expect(study.rejected.isEmpty)
    #expect(!study.report.findings.contains { $0.id.hasPrefix("outliers") })
  }

  @Test("are dropped, counted and listed, whatever the method", arguments: OutlierMethod.allCases)
  func dropped(method: OutlierMethod) throws {
    let study = try Self.report(.drop, method)
    #expect(study.rejected.contains { $0.value == "whale" && $0.column == "total_spent" })
    #expect(study.rejected.allSatisfy { $0.rule == "outlier" })
    #expect(study.report.customers == 101 - study.rejected.count)
    #expect(study.rejected.count < 10)
    let finding = try #require(study.report.findings.first { $0.id == "outliers-dropped" })
    #expect(finding.numbers["customers"] == Double(study.rejected.count))
  }

  @Test("are milder for the clustering alone: the pages show what they spent")
  func winsorized() throws {
    let study = try Self.report(.winsorize, .iqr)
    #expect(study.report.customers == 101)
    let spend = try #require(study.report.features.first { $0.name == "total_spent" })
    #expect(spend.max == 90_000)
    let sizes = study.report.segments.map(\.size)
    #expect(!sizes.contains(1), "the whale is no segment of its own")
    #expect(study.report.findings.contains { $0.id == "outliers-winsorized" })
  }

  @Test("are the same in any order of rows", arguments: OutlierMethod.allCases)
  func anyOrder(method: OutlierMethod) throws {
    var recipe = Recipe()
    recipe.cleaning.outliers = .drop
    recipe.cleaning.outlierMethod = method
    let lines = Self.text.split(separator: "\n").map(String.init)
    let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    let one = try StudyTests().study(Self.text, recipe: recipe)
    let other = try StudyTests().study(turned, recipe: recipe)
    #expect(one.rejected == other.rejected)
  }
}

@Suite("Thin evidence")
struct EvidenceTests {
  @Test("is said: few customers, a short history, hardly any second order")
  func gates() throws {
    let rows = (1...50).map { "\($0),c\($0),2024-01-\($0 % 20 + 10),\($0 * 7 % 40 + 5)" }
    let text = "order,customer,date,total\n" + rows.joined(separator: "\n") + "\n"
    let ids = try StudyTests().study(text).report.findings.map(\.id)
    #expect(ids.contains("few-customers"))
    #expect(ids.contains("short-history"))
    #expect(ids.contains("few-repeats"))
  }

  @Test("is not said of a shop with a long history and many customers")
  func enough() throws {
    let ids = try StudyTests().study(SmallShop.orders(customers: 400)).report.findings.map(\.id)
    let gates = ["too-few-customers", "few-customers", "short-history", "few-repeats"]
    #expect(!ids.contains { gates.contains($0) })
  }
}
