import Segments
import Testing

@testable import Daemon

@Suite("The name of a run")
struct RunNameTests {
  private func name(
    _ accepted: [String] = ["b", "a"],
    asOf: String? = "2011-12-09",
    dataset: DatasetSettings = DatasetSettings(name: "shop"),
    report: ReportSettings = ReportSettings(),
    engine: String = "1.0",
  ) throws -> String {
    try RunName(accepted: accepted, asOf: asOf, dataset: dataset, report: report, engine: engine)
      .text
  }

  @Test("says how many files went in and up to which day")
  func parts() throws {
    #expect(try name().hasPrefix("000002-2011-12-09-"))
    #expect(try name(asOf: nil).hasPrefix("000002-undated-"))
    #expect(try name().utf8.count == "000042-2011-12-09-3fa9c1d2".utf8.count)
  }

  @Test("is the same for the same content in any order, today and in the next version's tests")
  func stable() throws {
    #expect(try name(["a", "b"]) == name(["b", "a"]))
    let names = try (0..<20).map { _ in try name() }
    #expect(Set(names).count == 1)
  }

  @Test("changes with the files, the configuration, the pages and the engine")
  func sensitive() throws {
    var dataset = DatasetSettings(name: "shop")
    dataset.recipe.seed = 5
    var report = ReportSettings()
    report.page = "Letter"
    let names = try [
      name(), name(["a", "c"]), name(dataset: dataset), name(report: report), name(engine: "1.1"),
      name(dataset: DatasetSettings(name: "other")),
    ]
    #expect(Set(names.map { $0.suffix(8) }).count == 6)
  }
}
