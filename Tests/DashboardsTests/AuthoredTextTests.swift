import Plots
import Testing

@testable import Dashboards
@testable import Segments

@Suite("A text of a template's author")
struct AuthoredTextTests {
  private let report = SampleReport(segments: 3, names: ["Loyal", "New", "Lapsed"], runs: 3)
    .report()

  private func reading(_ report: SegmentReport? = nil) throws -> Reading {
    var presentation = Presentation()
    presentation.currency = "£"
    presentation.runName = "2011-12-09-abc"
    return try Dashboard.reading(of: report ?? self.report, presentation)
  }

  private func told(
    _ text: String,
    each: Portrait? = nil,
    _ reading: Reading? = nil
  ) throws -> String {
    var parser = AuthoredTextParser()
    let authored = parser.parse(text)
    #expect(parser.problems == [], "\(text)")
    return authored.text(of: try reading ?? self.reading(), each: each)
  }

  private func problems(_ text: String) -> [AuthoredTextParser.Problem] {
    var parser = AuthoredTextParser()
    _ = parser.parse(text)
    return parser.problems
  }

  @Test("tells the values of the report, written as pages write them")
  func values() throws {
    let reading = try reading()
    let format = reading.format
    let segment = report.segments[1]
    let spend = try #require(reading.value)
    let recency = try #require(reading.measure("recency"))
    let first = try #require(Day(iso: "2010-12-01"))
    let last = try #require(Day(iso: "2011-12-09"))
    let income = try #require(reading.measure("Annual Income (k$)"))
    let sentence = try #require(Sentences(reading: reading).all.first)
    let spends = try #require(segment.features["monetary"])
    let incomes = try #require(segment.features["Annual Income (k$)"])
    for (text, expected) in [
      ("{{ report.customers }}", format.integer(report.customers)),
      ("{{report.period}}", format.dates(first, last)),
      ("{{ report.segments }}", "Loyal, New and Lapsed"),
      ("{{ report.median.recency }}", recency.text(recency.facts.median)),
      ("{{ run.id }}, {{ run.segments }}", "2011-12-09-abc, 3"),
      ("{{ quality.left_out | num }}", format.integer(report.rows.read - report.rows.kept)),
      ("{{ seg.B.name }} ({{ seg.B.customers }})", "New (\(format.integer(segment.size)))"),
      ("{{ seg['New'].share }}", format.percent(segment.share)),
      ("{{ seg[\"New\"].median.monetary }}", spend.text(spends.median)),
      ("{{ seg.B.mean[\"Annual Income (k$)\"] }}", income.text(incomes.mean)),
      ("{{ finding.1 }}", sentence.text),
      ("no braces, { one } brace", "no braces, { one } brace"),
    ] { #expect(try told(text, reading) == expected, "\(text)") }
  }

  @Test("means by the top segment the one with the largest share of value")
  func top() throws {
    let best = try #require(report.segments.max { ($0.valueShare ?? 0) < ($1.valueShare ?? 0) })
    #expect(try told("{{ seg.top.letter }}") == best.letter)
  }

  @Test("writes a value as its filter says")
  func filters() throws {
    let share = report.segments[0].share
    let format = try reading().format
    for (filter, expected) in [
      ("pct(0)", format.percentage(format.fixed(share * 100, decimals: 0))),
      ("pct(2)", format.percentage(format.fixed(share * 100, decimals: 2))),
      ("pct", format.percent(share)), ("signed", format.signed(share)),
      ("times", format.times(share)), ("money", format.money(share)),
      ("num", format.fixed(share, decimals: 2)), ("short", format.number(share)),
    ] { #expect(try told("{{ seg.A.share | \(filter) }}") == expected, "\(filter)") }
    let end = try #require(Day(iso: "2011-12-09"))
    #expect(try told("{{ report.to | date }}") == format.date(end))
    #expect(try told("{{ seg.A.name | upper_first }}") == "Loyal")
    #expect(try told("{{ report.segments | list }}") == "Loyal, New and Lapsed")
  }

  @Test("has a dash or its stand-in where there is no value")
  func missing() throws {
    for name in [
      "seg.Q.share", "seg['Nobody'].customers", "report.median.nothing", "seg.each.name",
    ] {
      #expect(try told("{{ \(name) }}") == "–", "\(name)")
      #expect(try told("{{ \(name) | default('none yet') }}") == "none yet", "\(name)")
    }
    let empty = try reading(
      SampleReport(customers: 0, segments: 1, columns: [], isDated: false).report()
    )
    #expect(try told("{{ report.value }} {{ report.period }} {{ run.as_of }}", empty) == "– – –")
  }

  @Test("tells of a segment that is too small to show only its name and that it is small")
  func privacy() throws {
    let small = SampleReport(customers: 30, segments: 9).report()
    let reading = try reading(small)
    let hidden = try #require(reading.segments.first { $0.isHidden })
    let text =
      "{{ seg.each.letter }} {{ seg.each.customers }} {{ seg.each.share }} "
      + "{{ seg.each.median.monetary }} {{ seg.each.value }}"
    #expect(try told(text, each: hidden, reading) == "\(hidden.letter) <5 – – –")
  }

  @Test(
    "with unknown values or filters is told what was probably meant",
    arguments: [
      ("{{ report.custmers }}", "unknown value \"custmers\" of \"report\"", "customers"),
      ("{{ reprot.customers }}", "unknown value \"reprot\"", "report"),
      ("{{ seg.A.shar }}", "unknown value \"shar\" of \"seg.A\"", "share"),
      ("{{ seg.A.share | pkt }}", "unknown filter \"pkt\"", "pct"),
      ("{{ finding.mooved }}", "unknown value \"mooved\" of \"finding\"", "moved"),
      (
        "{{ seg.best.share }}",
        "\"best\" is no segment; write seg.A, seg.top, seg.each or seg[\"best\"]", nil
      ),
      ("{{ finding.9 }}", "findings are numbered 1 to 5", nil),
      (
        "{{ seg.A.name | pct }}",
        "\"pct\" writes a number, which \"seg.A.name\" is not at that place", nil
      ),
      (
        "{{ seg.A.share | pct | pct }}",
        "\"pct\" writes a number, which \"seg.A.share\" is not at that place", nil
      ),
      ("{{ seg.A.share | pct(9) }}", "\"pct\" takes a whole number from 0 to 4", nil),
      ("{{ report.customers", "\"{{\" is not closed by \"}}\"", nil),
      ("{{ }}", "a value such as \"report.customers\" is needed", nil),
      ("{{ report.title | default('x }}", "the quote ' is not closed", nil),
      ("{{ report.customers 5 }}", "unexpected \"5\"", nil),
    ] as [(String, String, String?)]
  )
  func faults(text: String, words: String, suggestion: String?) {
    #expect(problems(text) == [.init(words: words, suggestion: suggestion)])
  }

  @Test("has all its faults told at once")
  func allFaults() {
    #expect(problems("{{ a.b }} and {{ run.x }} and {{ seg.A.share | y }}").count == 3)
  }

  @Test("that was cut anywhere is read or refused, and never ends the program")
  func cut() throws {
    let whole = Array(
      "{{ seg[\"Loyal\"].median.monetary | money | default('–') }} {{ finding.1 | upper_first }}"
    )
    let reading = try reading()
    for start in whole.indices {
      for end in stride(from: start, to: whole.count, by: 3) {
        var parser = AuthoredTextParser()
        let authored = parser.parse(String(whole[start...end]))
        #expect(!parser.problems.isEmpty || !authored.text(of: reading, each: nil).isEmpty)
      }
    }
  }
}

@Suite("A page with a text")
struct AuthoredPageTests {
  private let report = SampleReport(segments: 3, names: ["Loyal", "New", "Lapsed"]).report()

  private func template(_ page: String) throws -> Template {
    try Template(yaml: "version: 1\npages:\n" + page, file: "shop.seg.yaml")
  }

  @Test("that is repeated speaks of its own segment in title and text")
  func repeated() throws {
    let template = try template(
      """
        - id: one
          repeat: segments
          title: "{{ seg.each.name }}: {{ seg.each.share | pct(0) }}"
          rows: [{ blocks: [{ text: "Letter {{ seg.each.letter }}" }, { segment_totals: }] }]
      """
    )
    let dashboard = try Dashboard(of: report, using: template, presentation: Presentation())
    let titles = dashboard.sheets.map(\.title)
    #expect(titles.map { $0.prefix { $0 != ":" } } == ["Loyal", "New", "Lapsed"])
    let texts = LintedBook(dashboard).pages.flatMap(\.survey.texts).map(\.whole)
    #expect(texts.filter { $0.hasPrefix("Letter ") } == ["Letter A", "Letter B", "Letter C"])
  }

  @Test("cannot speak of each segment where nothing is repeated")
  func stray() {
    #expect(throws: DashboardError.self) {
      try template(
        "  - { id: one, title: '{{ seg.each.name }}', rows: [{ blocks: [{ kpis: }] }] }\n"
      )
    }
  }

  @Test("that must have a value is not drawn without it")
  func required() throws {
    let template = try template(
      "  - { id: one, title: 'Now {{ seg.Q.customers | required }}', rows: [{ blocks: [{ kpis: }] }] }\n"
    )
    #expect(throws: DashboardError.noValue(["seg.Q.customers"])) {
      try Dashboard(of: report, using: template, presentation: Presentation())
    }
  }

  @Test("has headings, paragraphs and items")
  func parts() throws {
    let reading = try Dashboard.reading(of: report, Presentation())
    let picture = TextPanel.picture(
      "**What changed**\n- one\n- two\n  goes on\n\nEnd of\nthe text",
      width: 300,
      reading: reading
    )
    guard case .prose(let lines) = picture.onScreen else {
      Issue.record("a text is prose on a screen")
      return
    }
    #expect(lines == ["What changed", "• one", "• two goes on", "End of the text"])
  }
}
