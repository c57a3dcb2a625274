import Foundation
import Plots
import Segments
import Testing

@testable import Dashboards

/// Pictures kept as text beside the tests; `UPDATE_GOLDENS=1` keeps the new ones.
@Suite("A picture kept as text")
struct PanelGoldenTests {
  private static let kept = [
    "boxen", "diff_bar", "dot_ci", "ecdf", "hexbin", "raincloud", "rfm_grid", "ridgeline",
    "stack100",
  ]

  @Test("is drawn as it was", arguments: kept)
  func golden(name: String) throws {
    let report = SampleReport(customers: 900, segments: 2).report()
    let reading = try Dashboard.reading(of: report, Presentation())
    var subject = Subject(width: 249)
    subject.measures = [try #require(reading.measure("recency"))]
    subject.segments = [try #require(reading.segments.first)]
    let panel = try #require(PanelCatalogue.panel(named: name))
    guard case .picture(let picture) = panel.outcome(of: reading, for: subject) else {
      Issue.record("\(name) is not drawn")
      return
    }
    var lines = [picture.title, picture.descriptor] + picture.notes
    lines += ([picture.table?.header ?? []] + (picture.table?.rows ?? [])).map {
      $0.joined(separator: " | ")
    }
    expect(name, lines.joined(separator: "\n") + "\n" + picture.plot.description)
  }

  private func expect(_ name: String, _ actual: String) {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name).scene")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try? Data(actual.utf8).write(to: file)
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let pairs = zip(expected.split(separator: "\n"), actual.split(separator: "\n"))
    let difference = pairs.first { $0 != $1 }.map { "expected “\($0)”, actual “\($1)”" }
    #expect(expected == actual, "\(name): \(difference ?? "another number of lines")")
  }
}
