import Foundation
import Testing

@testable import Dashboards

/// The examples of “Writing a template”, read from the article itself.
@Suite("The article about templates")
struct TemplateArticleTests {
  private func blocks(_ kind: String) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources/Dashboards/Dashboards.docc/WritingATemplate.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "```\(kind)\n").dropFirst().compactMap { rest in
      rest.components(separatedBy: "\n```").first
    }
  }

  @Test("shows templates that can be read and drawn")
  func examples() throws {
    let examples = try blocks("yaml")
    #expect(examples.count == 7)
    for yaml in examples {
      let template = try Template(yaml: yaml, file: "example.seg.yaml")
      var presentation = Presentation()
      presentation.choose(theme: nil, look: nil, page: nil, from: template)
      let dashboard = try Dashboard(
        of: Sample.all[3].report,
        using: template,
        presentation: presentation
      )
      #expect(LintCatalogue.faults(in: LintedBook(dashboard)) == [], "\(template.name)")
    }
  }

  @Test("shows the faults that are really told")
  func faults() throws {
    let yaml = try #require(try blocks("yaml faulty").first)
    let told = try #require(try blocks("faults").first)
    do throws(DashboardError) {
      _ = try Template(yaml: yaml, file: "faulty.seg.yaml")
      Issue.record("the faulty example has no faults")
    } catch {
      #expect(error.errorDescription == told)
    }
  }
}
