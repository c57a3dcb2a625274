import Foundation
import Testing

@testable import Dashboards
@testable import Plots
@testable import Segments

@Suite("The HTML file")
struct HTMLTests {
  private func html(_ report: SegmentReport) throws -> String {
    var presentation = Presentation()
    presentation.formats = [.html]
    let files = try Dashboard.publication(
      of: report,
      using: try TemplateLibrary.standard(),
      presentation: presentation
    )
    return String(decoding: try #require(files.first).bytes, as: UTF8.self)
  }

  /// What stands between two texts, the first time.
  private func between(_ open: String, _ close: String, in text: String) throws -> String {
    let start = try #require(text.firstRange(of: open))
    let end = try #require(text[start.upperBound...].firstRange(of: close))
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test("names its own style and script in a policy that stands first, and allows no other")
  func policy() throws {
    let text = try html(Sample.all[3].report)
    let policy = try #require(text.firstRange(of: "Content-Security-Policy"))
    let head = try #require(text.firstRange(of: "<head>"))
    #expect(text[head.upperBound..<policy.lowerBound] == "<meta http-equiv=\"")
    let content = try between("content=\"", "\">", in: text)
    #expect(content.hasPrefix("default-src 'none'; "))
    #expect(!content.contains("unsafe") && !content.contains("http"))
    let style = try between("<style>", "</style>", in: text)
    let script = try between("<script>", "</script>", in: text)
    #expect(content.contains("style-src '\(ContentHash.text(of: style))'"))
    #expect(content.contains("script-src '\(ContentHash.text(of: script))'"))
    // A style or a script that could reach out would have to name where to.
    for piece in [style, script] {
      #expect(piece.firstMatch(of: /url\((?!data:|#)/) == nil)
      #expect(!piece.contains("fetch(") && !piece.contains("XMLHttpRequest"))
      #expect(!piece.contains("innerHTML") && !piece.contains("eval("))
      let hosts = piece.matches(of: /https?:\/\/([a-z0-9.]+)/).map { String($0.1) }
      #expect(Set(hosts).isSubset(of: ["www.w3.org"]))
    }
  }

  @Test("puts no code of the data anywhere", arguments: Sample.all.indices)
  func hostile(index: Int) throws {
    let text = try html(Sample.all[index].report)
    #expect(text.ranges(of: "<script").count == 2)
    #expect(text.ranges(of: "</script").count == 2)
    #expect(!text.contains("<img") && !text.contains("<!--"))
    #expect(!text.contains(" style=\""))
    let data = try between("id=\"data\">", "</script>", in: text)
    #expect(!data.contains("<") && !data.contains("\u{2028}"))
    // Inside of tags: as words of a name it is harmless.
    let page = text.prefix(upTo: try #require(text.firstRange(of: "<script")).lowerBound)
    #expect(page.firstMatch(of: /<[^>]* src=/) == nil)
  }

  @Test("is complete without scripts: every figure with title, text and numbers")
  func withoutScripts() throws {
    let text = try html(Sample.all[3].report)
    let page = String(
      text.prefix(upTo: try #require(text.firstRange(of: "<script")).lowerBound)
    )
    #expect(page.ranges(of: "<section").count >= 8)
    #expect(page.ranges(of: "<svg").count >= 10)
    // All but the one that holds the patterns.
    #expect(page.ranges(of: "role=\"img\"").count == page.ranges(of: "<svg").count - 1)
    #expect(page.ranges(of: "<text").count > 100)
    #expect(page.ranges(of: "<h1").count == 1)
    // The browser itself opens what a button of the glossary names; others would be dead.
    let buttons = page.components(separatedBy: "<button").dropFirst()
    #expect(buttons.allSatisfy { $0.prefix { $0 != ">" }.contains("popovertarget") })
    for segment in Sample.all[3].report.segments { #expect(page.contains(segment.name)) }
  }

  @Test("tells its scripts of the run before, and says so where there is no room for it")
  func before() throws {
    var report = Sample.all[3].report
    var earlier = report
    earlier.asOf = "2011-11-22"
    earlier.customers = 17
    earlier.segments.removeLast()
    earlier.features.removeFirst()
    report.before = SegmentReport.Before(earlier)
    let json = try between("id=\"data\">", "</script>", in: try html(report))
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    let before = try #require(data["before"] as? [String: Any])
    #expect(before["name"] as? String == "Run before (22 Nov 2011)")
    #expect(before["customers"] as? Int == 17)
    #expect((before["segments"] as? [Any])?.count == earlier.segments.count)
    let names = (before["measures"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
    #expect(names?.contains(report.features[0].name) == false && names?.isEmpty == false)
    let reading = try Dashboard.reading(of: report, Presentation())
    let small = ExplorerBuilder(reading: reading).json(limit: 40_000)
    #expect(!small.contains("\"before\":{"))
    #expect(small.contains(reading.words("explorer.omitted.before")))
  }

  @Test("opens what a finding rests on, without scripts too")
  func findings() throws {
    let report = Sample.all[3].report
    let reading = try Dashboard.reading(of: report, Presentation())
    let sentences = Sentences(reading: reading).all.filter { !$0.inputs.isEmpty }.prefix(5)
    #expect(!sentences.isEmpty)
    let page = try html(report)
    #expect(page.ranges(of: "<details class=\"finding\">").count == sentences.count)
    for input in sentences.flatMap(\.inputs) {
      #expect(page.contains("<dt>\(input.name)</dt><dd>\(input.text)</dd>"))
    }
  }

  @Test("has a pattern for every color of a segment")
  func patterns() throws {
    let page = try html(Sample.all[3].report)
    for name in Theme.light.segments.compactMap(\.fill.name) {
      #expect(page.ranges(of: "<pattern id=\"lines-\(name)\"").count == 1)
      #expect(page.contains("{fill:url(#lines-\(name))}"))
    }
  }

  @Test("gives its scripts data they can read, and never small groups", arguments: [1, 8, 11, 12])
  func data(index: Int) throws {
    let text = try html(Sample.all[index].report)
    let json = try between("id=\"data\">", "</script>", in: text)
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let data = try #require(value as? [String: Any])
    let measures = try #require(data["measures"] as? [[String: Any]])
    let segments = try #require(data["segments"] as? [[String: Any]])
    #expect(segments.count == Sample.all[index].report.segments.count)
    for measure in measures {
      let parts = try #require(measure["by"] as? [Any])
      #expect(parts.count == segments.count)
      for (part, segment) in zip(parts, segments) where segment["isHidden"] as? Bool == true {
        #expect(part is NSNull && segment["size"] as? Int == 1)
      }
    }
  }

  @Test("stays under 2 MB with 20 segments and 24 measures, and says what it left out")
  func size() throws {
    let report = SampleReport(customers: 900, segments: 20, columns: Sample.many).report()
    let text = try html(report)
    #expect(text.utf8.count <= HTMLBook.mostBytes)
    #expect(text.contains("here as numbers, to keep the file small"))
  }

  @Test("takes as many grids of pairs as fit, the strongest first")
  func pairs() throws {
    var report = Sample.all[1].report
    let names = report.features.map(\.name)
    report.pairs = (1..<5).map { grid(names[0], names[$0]) }
    let reading = try Dashboard.reading(of: report, Presentation())
    let builder = ExplorerBuilder(reading: reading)
    let whole = builder.json(limit: 1_000_000)
    let less = builder.json(limit: whole.utf8.count - 8_000)
    #expect(!whole.contains("To keep the file small") && less.contains("To keep the file small"))
    #expect(less.utf8.count <= whole.utf8.count - 8_000)
    let first = try between("\"pairs\":[", "}", in: whole)
    #expect(try between("\"pairs\":[", "}", in: less) == first)
  }

  /// A grid that does not compress.
  private func grid(_ x: String, _ y: String) -> SegmentReport.PairGrid {
    SegmentReport.PairGrid(
      x: x,
      y: y,
      columns: 32,
      rows: 32,
      xLow: 0,
      xHigh: 1,
      yLow: 0,
      yHigh: 1,
      cells: (1...2).map { id in
        .init(segment: id, runs: (0..<1_024).flatMap { [1, $0 % 37] })
      }
    )
  }

  @Test("shortens numbers to seven digits without changing what is printed")
  func short() {
    for (value, shown) in [
      (0.1, 0.1), (1.0 / 3, 0.3333333), (2_054.123_456_789, 2_054.123), (-12.345_678_95, -12.34568),
      (123_456_789.4, 123_456_800), (1e-9 / 3, 3.333333e-10), (0, 0), (.infinity, 0), (42, 42),
    ] as [(Double, Double)] {
      #expect(ExplorerBuilder.short(value) == shown)
    }
  }

  @Test("brings its own letters, with their license")
  func letters() throws {
    let text = try html(Sample.all[1].report)
    #expect(text.contains("@font-face{font-family:Inter"))
    #expect(Stylesheet.text.utf8.count < 180_000 && Script.text.utf8.count < 100_000)
  }
}
