import Foundation
import Plots
import Segments
import Testing

@testable import Dashboards

/// What stands on pages, or in an error, where something is missing or cannot be shown.
@Suite("A dashboard that lacks something")
struct BadReportTests {
  private func dashboard(
    _ report: SegmentReport,
    _ change: (inout Presentation) -> Void = { _ in }
  ) throws -> Dashboard {
    var presentation = Presentation()
    change(&presentation)
    let template = try TemplateLibrary.template(named: "standard")
    return try Dashboard(of: report, using: template, presentation: presentation)
  }

  @Test("because there are no segments has the base pages, none blank")
  func noSegments() throws {
    var report = Sample.all[1].report
    report.segments = []
    let dashboard = try dashboard(report)
    let files = try dashboard.files()
    #expect(dashboard.sheets.count >= 3)
    #expect(PublicationCheck(dashboard).faults(in: files) == [])
  }

  @Test("because a font of its theme is not installed is refused with the one that is")
  func noFont() throws {
    let theme = try ThemeFile(
      yaml: "version: 1\nfonts: [No Such Font]",
      name: "acme",
      file: "acme.theme.yaml"
    )
    #expect(throws: DashboardError.noFont("No Such Font", found: "Inter")) {
      try theme.checkFonts()
    }
    #expect(throws: DashboardError.noFont("No Such Font", found: "Inter")) {
      try self.dashboard(Sample.all[1].report) { $0.ownTheme = theme }
    }
  }

  @Test(
    "because no font can show a name says so on the page of the data, with squares in its place"
  )
  func unknownLetters() throws {
    var report = SampleReport(segments: 3, names: ["Plain", "a\u{10FFFD}b", "Other"]).report()
    report.quality.checks = []
    let dashboard = try dashboard(report)
    let texts = dashboard.pages.flatMap { page in
      page.scene.textBoxes(dashboard.reading.style.measure).map(\.text)
    }
    #expect(texts.contains { $0.contains("no installed font can show") })
    let screen = try HTMLBook(dashboard: dashboard).text()
    #expect(screen.contains("1 names have letters") || screen.contains("drawn as squares"))
    let plain = try self.dashboard(SampleReport(segments: 3).report())
    #expect(try !HTMLBook(dashboard: plain).text().contains("drawn as squares"))
  }

  @Test(
    "because values have no end or no size is drawn with places that can be drawn",
    arguments: [Double.infinity, -.infinity, .nan, 1e308, -1e308]
  )
  func noEnd(value: Double) throws {
    var report = Sample.all[1].report
    for place in report.features.indices {
      report.features[place].mean = value
      report.features[place].max = value
      report.features[place].box.high = value
    }
    for place in report.segments.indices {
      for name in report.segments[place].features.keys {
        report.segments[place].features[name]?.mean = value
        report.segments[place].features[name]?.z = value
      }
    }
    let dashboard = try dashboard(report)
    let files = try dashboard.files()
    let pdf = try #require(files.first { $0.path == "dashboard.pdf" })
    #expect(pdf.bytes.count > 10_000)
    let html = try #require(files.first { $0.path == "dashboard.html" })
    let text = String(decoding: html.bytes, as: UTF8.self)
    let shown = text.components(separatedBy: "<script").first ?? ""
    #expect(!shown.contains("NaN") && !shown.contains("inf\""))
  }
}
