import Foundation
import Plots
import Testing

@testable import Dashboards
@testable import Segments

@Suite("A measure cut into classes")
struct MeasureClassesTests {
  /// A measure of given values, in the bins that a report would have.
  private func measure(_ values: [Double]) throws -> Measure {
    var report = SampleReport().report()
    let (summary, sorted) = (Summary(values), values.sorted())
    var facts = try #require(report.features.first)
    let bins = Bins(summary)
    let counts = bins.counts(summary)
    (facts.n, facts.unit, facts.role) = (values.count, nil, nil)
    facts.min = try #require(sorted.first)
    facts.max = try #require(sorted.last)
    facts.isWhole = values.allSatisfy { $0 == $0.rounded() }
    facts.distinct = min(1_000, Set(values).count)
    facts.quantiles = (0...100).map { SampleReport.quantile(sorted, Double($0) / 100) }
    facts.histogram = .init(
      start: bins.start,
      width: bins.width,
      counts: counts.counts,
      below: counts.below,
      above: counts.above
    )
    report.features[0] = facts
    let reading = try Dashboard.reading(of: report, Presentation())
    return try #require(reading.measure(facts.name))
  }

  private func names(_ classes: MeasureClasses) throws -> [String] {
    classes.names(try Dashboard.reading(of: SampleReport().report(), Presentation()).words)
  }

  @Test("has the shares that counting finds, and none is a sliver", arguments: 0..<24)
  func counted(seed: Int) throws {
    var generator = Generator(state: UInt64(seed))
    let values = (0..<(200 + 150 * seed)).map { _ -> Double in
      let normal = generator.normal()
      switch seed % 4 {
      case 0: return (1 + abs(normal) * 3).rounded(.down)
      case 1: return (abs(normal) * 400).rounded()
      case 2: return 50 * normal
      default: return exp(4 + 1.6 * normal)
      }
    }
    let measure = try measure(values)
    let classes = try #require(MeasureClasses(measure))
    #expect(classes.isCounted == (seed % 4 != 3), "seed \(seed)")
    #expect((1...4).contains(classes.limits.count))
    let edges = [-Double.infinity] + classes.limits + [Double.infinity]
    #expect(zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 })
    let tolerance = classes.isCounted ? 1e-9 : 0.02
    for (share, ends) in zip(classes.all, zip(edges, edges.dropFirst())) {
      // The slow twin counts.
      let count = values.count { $0 >= ends.0 && $0 < ends.1 }
      let exact = Double(count) / Double(values.count)
      #expect(abs(share - exact) < tolerance, "seed \(seed): \(ends) \(share), counted \(exact)")
      #expect(share >= 0.05 - 1e-9, "seed \(seed): \(ends) holds \(share)")
    }
    #expect(try names(classes).count == classes.limits.count + 1)
  }

  @Test("of orders has a class for those who bought once")
  func orders() throws {
    let counts = [1: 600, 2: 150, 3: 90, 4: 60, 5: 40, 6: 30, 7: 20, 8: 10]
    let values = counts.flatMap { [Double](repeating: Double($0.key), count: $0.value) }
    let classes = try #require(MeasureClasses(try measure(values)))
    #expect(classes.limits == [2, 4])
    #expect(try names(classes) == ["1", "2 – 3", "≥4"])
    #expect(zip(classes.all, [0.6, 0.24, 0.16]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("of one value, or of nearly one, has no classes")
  func constant() throws {
    #expect(MeasureClasses(try measure([Double](repeating: 3, count: 50))) == nil)
    let nearly = [Double](repeating: 0, count: 990) + (1...10).map(Double.init)
    #expect(MeasureClasses(try measure(nearly)) == nil)
  }
}
