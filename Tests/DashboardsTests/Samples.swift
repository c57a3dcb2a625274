import Segments
import Testing

@testable import Dashboards

/// The reports that every panel and page has to stand.
struct Sample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let report: SegmentReport

  static let all: [Sample] = [
    Sample(
      "one group of twelve",
      .init(customers: 12, segments: 1, isDated: false, hasMap: false, runs: 2)
    ),
    Sample("two segments", .init(segments: 2)),
    Sample("three segments, undated", .init(customers: 6_000, segments: 3, isDated: false)),
    Sample("five segments with unassigned", .init(segments: 5, noise: 40, runs: 4)),
    Sample("eight segments", .init(customers: 900, segments: 8, runs: 12)),
    Sample("thirteen segments", .init(customers: 2_000, segments: 13)),
    Sample("twenty segments", .init(customers: 2_000, segments: 20, runs: 3)),
    Sample("long names", .init(segments: 4, names: long, runs: 2)),
    Sample("hostile names", .init(segments: 4, names: hostile, runs: 3)),
    Sample("customers only", .init(segments: 3, columns: plain, isDated: false, runs: 5)),
    Sample(
      "no measures",
      .init(customers: 0, segments: 1, columns: [], isDated: false, hasMap: false)
    ),
    Sample("tiny segments", .init(customers: 30, segments: 9, runs: 2)),
    Sample("many measures", .init(segments: 6, columns: many)),
  ]

  private init(_ name: String, _ sample: SampleReport) {
    testDescription = name
    report = sample.report()
  }

  private static let long = [
    "Customers with a very high annual income and a low spending score",
    "Customers with a very high annual income and a high spending score",
    "Frequent visitors who use every discount there is and more of them",
    "Wochenendschnäppchenjägerinnenundjäger ohne Leerzeichen",
  ]

  private static let hostile = [
    "</script><script>alert(1)</script>", "=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>",
    "\u{202E}reversed\u{0000} & \"quoted\"",
  ]

  private static let plain = [
    SampleReport.Column(name: "age", unit: nil, role: nil) { 20 + 30 * $0 + 5 * $1 },
    SampleReport.Column(name: "<script>alert(1)</script>", unit: nil, role: nil) { 100 * $0 + $1 },
    SampleReport.Column(
      name: "a_very_long_header_of_a_column_that_nobody_wanted_to_read_to_its_end",
      unit: nil,
      role: nil
    ) { -50 * $0 + 20 * $1 },
  ]

  /// As many measures as a report may hold.
  static let many =
    SampleReport.shop
    + (1...18).map { index in
      SampleReport.Column(name: "NumberOfThings\(index)", unit: nil, role: nil) {
        $0 * Double(index) * 1_000 + 300 * $1
      }
    }
}
