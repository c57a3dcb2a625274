import Foundation
import Testing

@testable import Dashboards

@Suite("The pages of an edge case")
struct LintEdgeTests {
  /// A made-up report at the edge of what can happen.
  struct Edge: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sample: SampleReport

    init(_ name: String, _ sample: SampleReport) {
      testDescription = name
      self.sample = sample
    }
  }

  static let edges: [Edge] = [
    Edge("an empty report", .init(customers: 0, segments: 1, columns: [], hasMap: false)),
    Edge("one customer", .init(customers: 1, segments: 1, isDated: false, hasMap: false)),
    Edge("one segment", .init(customers: 400, segments: 1, runs: 2)),
    Edge("twenty segments", .init(customers: 4_000, segments: 20, noise: 90, runs: 2)),
    Edge("names of sixty characters", .init(segments: 5, names: long, runs: 2)),
    Edge("right-to-left and East Asian names", .init(segments: 4, names: scripts, runs: 2)),
    Edge("negative and huge money", .init(customers: 6_000, segments: 4, columns: money)),
    Edge("constant measures", .init(segments: 3, columns: constant)),
    Edge("ten customers", .init(customers: 10, segments: 3, isDated: false)),
    Edge("hostile text", .init(segments: 4, columns: hostile, names: attacks, runs: 3)),
  ]

  @Test("have no fault that the linter finds", arguments: edges)
  func clean(edge: Edge) throws {
    for fault in try faults(edge.sample) { Issue.record("\(fault.description)") }
  }

  /// Another paper, ground or language.
  enum Look: String, Sendable, CaseIterable {
    case letter, dark, german, spanish

    func change(_ presentation: inout Presentation) {
      switch self {
      case .letter: presentation.page = .letter
      case .dark: presentation.theme = .dark
      case .german: (presentation.language, presentation.locale) = ("de", "de_DE")
      case .spanish: (presentation.language, presentation.locale) = ("es", "es_ES")
      }
    }
  }

  @Test("have none on other papers, grounds and in other languages", arguments: Look.allCases)
  func looks(look: Look) throws {
    for edge in [Self.edges[4], Self.edges[6]] {
      for fault in try faults(edge.sample, look.change) {
        Issue.record("\(edge.testDescription), \(fault.description)")
      }
    }
  }

  private func faults(
    _ sample: SampleReport,
    _ change: (inout Presentation) -> Void = { _ in }
  ) throws -> [LintFault] {
    var presentation = Presentation()
    presentation.runName = "000042-2026-11-21-3fa9c1d2"
    change(&presentation)
    let dashboard = try Dashboard(
      of: sample.report(),
      using: try TemplateLibrary.standard(),
      presentation: presentation
    )
    return LintCatalogue.faults(in: LintedBook(dashboard))
  }

  private static let long = (1...5).map { index in
    "Customers who buy very often in the winter months and number \(index)"
  }

  private static let scripts = [
    "לקוחות נאמנים במיוחד", "عملاء دائمون ينفقون كثيرا", "高额消费的忠实客户", "ใช้จ่ายบ่อย ok",
  ]

  private static let attacks = [
    "</script><script>alert(1)</script>", "=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>",
    "\u{202E}reversed\u{0000} & \"quoted\" {n} of {count}",
  ]

  private static let money = [
    SampleReport.Column(name: "monetary", unit: "currency", role: "spend") {
      ($0 - 0.4) * 3e11 + 4e10 * $1
    },
    SampleReport.Column(name: "refunds", unit: "currency", role: "refund") {
      -5e6 * $0 - 900 * abs($1)
    },
    SampleReport.Column(name: "frequency", unit: "orders", role: "orders") {
      (1 + 8 * $0 + abs($1)).rounded()
    },
  ]

  private static let constant = [
    SampleReport.Column(name: "monetary", unit: "currency", role: "spend") {
      90 + 400 * $0 + 9 * $1
    },
    SampleReport.Column(name: "Z_Revenue", unit: nil, role: nil) { _, _ in 11 },
    SampleReport.Column(name: "Z_Cost", unit: nil, role: nil) { _, _ in 0 },
    SampleReport.Column(name: "negative", unit: nil, role: nil) { _, _ in -2.5 },
  ]

  private static let hostile = [
    SampleReport.Column(name: "monetary", unit: "currency", role: "spend") {
      90 + 400 * $0 + 9 * $1
    },
    SampleReport.Column(name: "<svg onload=alert(1)>", unit: nil, role: nil) { 10 * $0 + $1 },
    SampleReport.Column(name: "=HYPERLINK(\"http://x\")", unit: nil, role: nil) { 5 - 3 * $0 + $1 },
    SampleReport.Column(name: "{value} %s %n \u{200F}‏", unit: nil, role: nil) { 7 * $0 * $0 + $1 },
  ]
}
