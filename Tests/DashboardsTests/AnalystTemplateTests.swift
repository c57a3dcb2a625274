import Foundation
import Testing

@testable import Dashboards

@Suite("The analyst template")
struct AnalystTemplateTests {
  private func dashboard(_ sample: Sample) throws -> Dashboard {
    try Dashboard(
      of: sample.report,
      using: try TemplateLibrary.template(named: "analyst"),
      presentation: Presentation()
    )
  }

  @Test("uses every panel there is, but for an author's own words")
  func panels() throws {
    let template = try TemplateLibrary.template(named: "analyst")
    let used = Set(template.pages.flatMap(\.rows).flatMap(\.blocks).map(\.panel))
    #expect(Set(PanelCatalogue.names).subtracting(used) == [TextPanel.id])
    let words = try #require(Words(language: "en"))
    for page in template.pages { #expect(words.find("page." + page.id) != nil, "\(page.id)") }
  }

  @Test("has a page for each segment that may be shown, named after it")
  func segments() throws {
    let dashboard = try dashboard(Sample.all[3])
    let pages = dashboard.chapters.filter { $0.id.hasPrefix("segment-") }
    #expect(pages.map(\.id) == ["segment-a", "segment-b", "segment-c", "segment-d", "segment-e"])
    for (page, portrait) in zip(pages, dashboard.reading.segments) {
      #expect(page.title.hasPrefix("\(portrait.letter) \(portrait.name): "))
      let drawn = Set(page.rows.flatMap(\.self).map(\.picture.panel))
      #expect(
        drawn.isSuperset(of: [
          "segment_totals", "diff_bar", "segment_stats", "segment_measure", "segment_corr",
          "segment_components", "segment_pairs",
        ])
      )
    }
    let small = try self.dashboard(Sample.all[11])
    let shown = small.chapters.filter { $0.id.hasPrefix("segment-") }
    #expect(shown.count == small.reading.shown.count && shown.count < small.reading.segments.count)
  }

  @Test("has no page that the linter finds fault with", arguments: [0, 3, 7, 8, 11])
  func lint(index: Int) throws {
    let sample = Sample.all[index]
    for fault in LintCatalogue.faults(in: LintedBook(try dashboard(sample))) {
      Issue.record("\(fault.description)")
    }
  }
}
