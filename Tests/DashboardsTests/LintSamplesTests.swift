import Testing

@testable import Dashboards

@Suite("The pages of every sample report")
struct LintSamplesTests {
  static func book(
    _ sample: Sample,
    _ change: (inout Presentation) -> Void = { _ in }
  ) throws
    -> LintedBook
  {
    var presentation = Presentation()
    presentation.runName = "000042-2026-11-21-3fa9c1d2"
    presentation.sources = ["a-file-with-a-rather-long-name-2026-11-21.csv", "b.csv"]
    change(&presentation)
    let dashboard = try Dashboard(
      of: sample.report,
      using: try TemplateLibrary.standard(),
      presentation: presentation
    )
    return LintedBook(dashboard)
  }

  @Test("have no fault that the linter finds", arguments: Sample.all)
  func samples(sample: Sample) throws {
    for fault in LintCatalogue.faults(in: try Self.book(sample)) {
      Issue.record("\(fault.description)")
    }
  }
}
