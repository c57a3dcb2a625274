import Foundation
import Plots
import Segments
import Testing

@testable import Dashboards

@Suite("A publication")
struct PublicationTests {
  private func publication(_ sample: Sample, _ formats: [Presentation.Format]) throws -> [Artifact]
  {
    var presentation = Presentation()
    presentation.formats = formats
    presentation.runName = "000001-undated-00000000"
    return try Dashboard.publication(
      of: sample.report,
      using: try TemplateLibrary.standard(),
      presentation: presentation
    )
  }

  private func html(_ sample: Sample) throws -> String {
    let files = try publication(sample, [.html])
    return String(decoding: try #require(files.first).bytes, as: UTF8.self)
  }

  @Test("has one PDF, a PNG for each page and one HTML, the same bytes each time")
  func files() throws {
    let one = try publication(Sample.all[1], [.pdf, .png, .html])
    let other = try publication(Sample.all[1], [.html, .pdf, .png])
    #expect(one == other)
    #expect(one.first?.path == "dashboard.pdf" && one.last?.path == "dashboard.html")
    #expect(one.contains { $0.path == "png/01-summary.png" })
    #expect(one.first?.bytes.starts(with: Array("%PDF-".utf8)) == true)
  }

  @Test("has the same bytes whether one thread makes it or two")
  func threads() throws {
    let formats: [Presentation.Format] = [.pdf, .png, .html]
    let alone = try Solitude.$isWanted.withValue(true) { try publication(Sample.all[3], formats) }
    #expect(alone == (try publication(Sample.all[3], formats)))
  }

  @Test("of a segmented report has ten pages or more and the three parts", arguments: [1, 3, 5])
  func parts(index: Int) throws {
    let dashboard = try Dashboard(
      of: Sample.all[index].report,
      using: try TemplateLibrary.standard(),
      presentation: Presentation()
    )
    #expect(dashboard.sheets.count >= 10)
    let sections = Set(dashboard.sheets.map(\.section))
    #expect(
      sections.isSuperset(of: ["general-statistics", "segment-distributions", "comparison-charts"])
    )
    #expect(dashboard.sheets.allSatisfy { !$0.blocks.isEmpty })
  }

  @Test("of one group says why and leaves out what compares")
  func oneGroup() throws {
    let text = try html(Sample.all[0])
    #expect(text.contains("too few customers to form groups"))
    #expect(text.contains("Pages left out"))
    #expect(!text.contains("id=\"comparison\""))
  }

  @Test("has an HTML in which every id is used once and every link leads somewhere")
  func ids() throws {
    let text = try html(Sample.all[5])
    let ids = text.ranges(of: " id=\"").map { range in
      String(text[range.upperBound...].prefix { $0 != "\"" })
    }
    #expect(Set(ids).count == ids.count)
    for range in text.ranges(of: "href=\"#") {
      let target = String(text[range.upperBound...].prefix { $0 != "\"" })
      #expect(ids.contains(target), "\(target)")
    }
  }

  @Test("shows no values of segments with fewer than five customers")
  func smallCells() throws {
    let report = SampleReport(customers: 30, segments: 9).report()
    let reading = try Dashboard.reading(of: report, Presentation())
    let hidden = try #require(reading.segments.first { $0.isHidden })
    #expect(reading.size(of: hidden) == "fewer than 5 customers")
    for measure in reading.measures { #expect(hidden.value(of: measure) == nil) }
  }

  @Test("in an unknown language or locale is refused with a choice")
  func unknown() {
    var presentation = Presentation()
    presentation.language = "tlh"
    #expect(throws: DashboardError.unknownLanguage("tlh", known: ["en", "de", "es"])) {
      try Dashboard.reading(of: Sample.all[1].report, presentation)
    }
    presentation = Presentation()
    presentation.locale = "xx_XX"
    #expect(throws: DashboardError.unknownLocale("xx_XX")) {
      try Dashboard.reading(of: Sample.all[1].report, presentation)
    }
  }

  @Test("names money only where the report or the presentation does")
  func currency() throws {
    let plain = try Dashboard.reading(of: Sample.all[1].report, Presentation())
    #expect(plain.scope.contains("currency not stated"))
    var presentation = Presentation()
    presentation.currency = "GBP"
    let pounds = try Dashboard.reading(of: Sample.all[1].report, presentation)
    #expect(pounds.scope.contains("£") && !pounds.scope.contains("not stated"))
  }
}
