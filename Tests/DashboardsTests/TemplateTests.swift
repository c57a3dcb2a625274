import Foundation
import Segments
import Testing

@testable import Dashboards

@Suite("A template")
struct TemplateTests {
  private func faults(_ yaml: String) -> [String] {
    do throws(DashboardError) {
      _ = try Template(yaml: yaml, file: "shop.seg.yaml")
      return []
    } catch {
      guard case .template(let faults) = error else { return [error.errorDescription] }
      return faults.map(\.description)
    }
  }

  @Test("of the house reads without fault and names every page")
  func standard() throws {
    let template = try TemplateLibrary.standard()
    #expect(template.name == "standard")
    #expect(template.pages.count >= 13)
    let words = try #require(Words(language: "en"))
    for page in template.pages { #expect(words.find("page." + page.id) != nil, "\(page.id)") }
  }

  @Test("with an unknown panel is told where, and which one was meant")
  func unknownPanel() {
    let found = faults(
      """
      version: 1
      pages:
        - id: one
          rows:
            - blocks: [{ cols: 6, histgram: }]
      """
    )
    #expect(
      found == [
        "shop.seg.yaml:5:29  pages[0].rows[0].blocks[0].histgram — unknown panel or key "
          + "\"histgram\"; did you mean \"histogram\"?",
        "shop.seg.yaml:5:18  pages[0].rows[0].blocks[0] — the block names no panel",
        "shop.seg.yaml:5:9  pages[0].rows[0] — the row has no blocks",
      ]
    )
  }

  @Test("has all its faults reported in one pass")
  func allFaults() {
    let found = faults(
      """
      pages:
        - id: one
          titel: x
          section: sumary
          when: segmnts > 1
          rows:
            - blocks: [{ cols: 13, kpis: }]
            - { each: customers, blocks: [{ box: }] }
        - id: one
          rows:
            - blocks: [{ cols: 8, kpis: }, { cols: 8, box: }]
      """
    )
    let all = found.joined(separator: "\n")
    for words in [
      "did you mean \"title\"", "did you mean \"summary\"", "did you mean \"segments\"",
      "a whole number from 1 to 12", "\"customers\" is not one of measures, segments",
      "two pages have the id \"one\"", "\"version: 1\" is missing", "the blocks take 16 columns",
    ] {
      #expect(all.contains(words), "\(words) is not in:\n\(all)")
    }
  }

  @Test("that is no YAML, or says a thing twice, is refused with the line")
  func broken() {
    #expect(faults("version: 1\npages: [").first?.hasPrefix("shop.seg.yaml:") == true)
    let doubled = faults("version: 1\nversion: 1\npages: []\n")
    #expect(doubled.first?.contains("twice") == true, "\(doubled)")
    #expect(faults("").first?.contains("empty") == true)
    let newer = faults("version: 2\npages: [{ id: a, rows: [{ blocks: [{ kpis: }] }] }]")
    let wanted = "version 2 is newer than this segmentd, which reads version 1; update it"
    #expect(newer.count == 1 && newer.allSatisfy { $0.hasSuffix(wanted) })
  }

  @Test("is not found under a name that is a path or unknown")
  func names() {
    for name in ["../secret", "", "nothing"] {
      #expect(throws: DashboardError.noTemplate(name, known: TemplateLibrary.builtIn)) {
        try TemplateLibrary.template(named: name)
      }
    }
  }

  @Test("takes a measure, a segment, a heading and a note for a panel")
  func options() throws {
    let template = try Template(
      yaml: """
        version: 1
        pages:
          - id: one
            rows:
              - blocks:
                  - { cols: 6, box: { measure: recency, title: "Of {{ report.customers }}", note: Mine } }
                  - { cols: 6, histogram: { measure: nothing_such } }
              - blocks: [{ segment_card: { segment: B } }]
        """,
      file: "shop.seg.yaml"
    )
    let report = Sample.all[1].report
    let dashboard = try Dashboard(of: report, using: template, presentation: Presentation())
    let pictures = dashboard.chapters[0].rows.flatMap { $0 }.map(\.picture)
    #expect(pictures.map(\.panel) == ["box", "segment_card", ""])
    #expect(pictures[0].title == "Of \(report.customers)")
    #expect(pictures[0].notes.last == "Mine")
    let name = report.segments[1].name
    #expect((pictures[1].title + pictures[1].summary).contains(name), "\(pictures[1].summary)")
    guard case .prose(let lines) = pictures[2].onScreen else {
      Issue.record("what is missing is said")
      return
    }
    #expect(lines == ["These data have no measure “nothing_such”."])
  }

  @Test("is told which options a panel does not take")
  func wrongOptions() {
    let found = faults(
      """
      version: 1
      pages:
        - id: one
          rows:
            - blocks: [{ cols: 6, kpis: { measure: recency } }, { cols: 6, box: { mesure: recency } }]
            - { each: measures, blocks: [{ box: { measure: recency } }] }
            - blocks: [{ segment_card: { segment: each } }]
      """
    )
    #expect(
      found == [
        "shop.seg.yaml:5:37  pages[0].rows[0].blocks[0].kpis.measure — unknown key \"measure\"",
        "shop.seg.yaml:5:77  pages[0].rows[0].blocks[1].box.mesure — unknown key \"mesure\"; "
          + "did you mean \"measure\"?",
        "shop.seg.yaml:6:9  pages[0].rows[1] — a row that is repeated for measures has its own already",
        "shop.seg.yaml:3:5  pages[0] — \"seg.each\" stands where nothing is repeated for each segment",
      ]
    )
  }

  @Test("takes over pages of another one, and is refused when it includes itself")
  func include() throws {
    let yaml = """
      version: 1
      pages:
        - { id: one, rows: [{ blocks: [{ kpis: }] }] }
        - { include: standard, pages: [segments, quality] }
      """
    let template = try Template(yaml: yaml, file: "shop.seg.yaml")
    #expect(template.pages.map(\.id) == ["one", "segments", "quality"])
    let whole = try Template(
      yaml: "version: 1\npages: [{ include: executive }]",
      file: "shop.seg.yaml"
    )
    #expect(whole.pages == (try TemplateLibrary.template(named: "executive").pages))
    #expect(
      faults("version: 1\npages: [{ include: standard, pages: [segmnts] }]").first?
        .contains("did you mean \"segments\"?") == true
    )
    #expect(
      faults("version: 1\npages: [{ include: nothing }]").first?
        .contains("There is no template \"nothing\"") == true
    )
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, other) in [("a", "b"), ("b", "a")] {
      try Data("version: 1\npages: [{ include: \(other) }]".utf8)
        .write(to: folder.appending(path: name + ".seg.yaml"))
    }
    do throws(DashboardError) {
      _ = try TemplateLibrary.template(named: "a", folders: [folder.path])
      Issue.record("a template that includes itself was read")
    } catch {
      #expect(error.errorDescription.contains("The template \"a\" includes itself"))
    }
  }

  @Test("condition follows and, or, not and brackets")
  func conditions() throws {
    let reading = try Dashboard.reading(of: Sample.all[2].report, Presentation())
    for (text, holds) in [
      ("segments == 3", true), ("segments > 3 or customers >= 100", true),
      ("not segments > 1", false), ("segments > 1 and (measures < 2 or methods != 9)", true),
    ] {
      #expect(try ConditionParser.parse(text).holds(for: reading) == holds, "\(text)")
    }
    for text in ["", "segments", "segments >", "segments > x", "(segments > 1", "segments > 1 1"] {
      #expect(throws: ConditionParser.Problem.self) { try ConditionParser.parse(text) }
    }
  }
}
