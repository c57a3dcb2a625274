import Foundation
import Plots
import Testing

@testable import Dashboards
@testable import Segments

/// What the eye sees of the marks that only dashboards have, kept beside the tests.
@Suite("The goldens of dashboards")
struct MarkGoldenTests {
  /// Compares a scene with the one kept beside the tests; `UPDATE_GOLDENS=1` keeps the new one.
  private func expect(_ name: String, _ marks: [any Mark], y: Axis = .linear("Up")) throws {
    let plot = Plot(x: .linear("Across"), y: y, marks: marks)
    let style = PlotStyle(measure: TextMeasure(fonts: []))
    let actual = plot.scene(size: Size(200, 100), style: style).description
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name).scene")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(actual.utf8).write(to: file)
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(expected == actual, "\(name)\n\(actual)")
  }

  private var bands: Axis {
    .band((0..<3).map { BandLabel("Row \($0 + 1)", paint: .segment($0)) })
  }

  @Test("are pairs of markers joined by lines")
  func dumbbells() throws {
    let rows = [(0, 10.0, 40.0), (1, 30, 30), (2, 45, 5)].map { band, left, right in
      DumbbellMark.Row(band: band, left: left, right: right)
    }
    let mark = DumbbellMark(rows: rows, left: .segment(0), right: .segment(1))
    try expect("dumbbells", [mark], y: bands)
  }

  @Test("are trees in the colors of their segments")
  func trees() throws {
    let joins = [
      TreeMark.Join(left: 0, right: 1, height: 2), TreeMark.Join(left: 2, right: 3, height: 5),
    ]
    let paints: [Paint] = [.segment(0), .segment(0), .segment(1), .segment(0), .quiet]
    try expect("tree", [TreeMark(leafCount: 3, joins: joins, paints: paints)], y: bands)
  }

  @Test("are profiles of silhouettes, below zero too")
  func profiles() throws {
    let profiles = [[0.8, 0.6, 0.2], [0.5, 0.1, -0.3]].enumerated().map { band, values in
      ProfileMark.Profile(band: band, values: values, paint: .segment(band))
    }
    try expect("profiles", [ProfileMark(profiles: profiles)], y: bands)
  }

  @Test("are customers as dots, with the letters of their segments beside each other")
  func map() throws {
    let reading = try Dashboard.reading(of: Sample.all[1].report, Presentation())
    var map = try #require(reading.report.map)
    map.points = Array(map.points.prefix(6))
    let looks = Dictionary(uniqueKeysWithValues: reading.segments.map { ($0.id, $0.look) })
    let centers = reading.segments.prefix(2).map { portrait in
      let facts = SegmentReport.MapCenter(segment: portrait.id, x: 0, y: 0, xx: 1, xy: 0, yy: 1)
      return CentersMark.Center(facts: facts, look: portrait.look)
    }
    let dots = CustomersMark(map: map, looks: looks, isRaster: false)
    try expect("customers", [dots, CentersMark(centers: centers)])
  }
}
