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

  @Test("have letters on slides that can be read from afar")
  func slides() throws {
    let book = try Self.book(Sample.all[2]) { presentation in
      presentation.page = .slide
      presentation.theme = .dark
    }
    for fault in LintCatalogue.faults(in: book) { Issue.record("\(fault.description)") }
  }

  @Test("are drawn again as they were published, dark ones too")
  func published() throws {
    var presentation = Presentation()
    presentation.theme = .dark
    presentation.formats = [.html]
    let (report, template) = (Sample.all[2].report, try TemplateLibrary.standard())
    let files = try Dashboard.publication(
      of: report,
      using: template,
      presentation: presentation
    )
    let lint = try PageLint(
      of: report,
      using: template,
      presentation: presentation,
      published: files
    )
    #expect(lint.faults.filter { $0.rule == "file" }.isEmpty)
  }
}
