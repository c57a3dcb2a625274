import Foundation
import Plots
import Segments
import Testing

@testable import Dashboards

@Suite("How a measure is spread")
struct SpreadTests {
  /// The spread of given values over all customers, with the numbers a report would hold.
  static func spread(_ values: [Double]) throws -> Spread {
    let sorted = values.sorted()
    let mean = sorted.reduce(0, +) / Double(max(1, sorted.count))
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    var facts = try #require(SampleReport().report().features.first)
    (facts.n, facts.mean) = (sorted.count, mean)
    facts.sd = (squares / Double(max(1, sorted.count - 1))).squareRoot()
    (facts.min, facts.max) = (sorted.first ?? 0, sorted.last ?? 0)
    facts.quantiles = (0...100).map { SampleReport.quantile(sorted, Double($0) / 100) }
    return try #require(Spread(facts))
  }

  @Test(
    "in steps is the share of customers with at most a value, as percentiles know it",
    arguments: [1, 2, 5, 10, 37, 101]
  )
  func steps(count: Int) throws {
    var generator = Generator(state: UInt64(count))
    let values = (0..<count).map { _ in (generator.next() * 12).rounded() }
    let steps = try Self.spread(values).steps(isWhole: true)
    for step in steps {
      // The slow twin counts.
      let share = Double(values.count { $0 <= step.x }) / Double(count)
      let short = share - step.y
      #expect(
        short > -1e-9 && short < 1 / Double(count) + 0.01 + 1e-9,
        "\(count): at \(step.x) \(step.y), counted \(share)"
      )
    }
    #expect(steps.last?.y == 1)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.x < $1.x && $0.y <= $1.y })
  }

  @Test("around a mean is known by Student’s t: SciPy 1.17.1, t.ppf(0.975, v)")
  func student() {
    let known = [
      1: 12.7062047, 2: 4.3026527, 3: 3.1824463, 4: 2.7764451, 5: 2.5705818, 9: 2.2621572,
      29: 2.0452296, 99: 1.9842170, 999: 1.9623415,
    ]
    for (degrees, value) in known {
      let found = ConfidenceInterval.student(degrees)
      #expect(abs(found - value) < 0.001, "\(degrees): \(found)")
    }
  }

  @Test("around a mean covers it in 19 of 20 samples")
  func coverage() throws {
    var generator = Generator(state: 4711)
    var hits = (mean: 0, median: 0)
    for _ in 0..<400 {
      let spread = try Self.spread((0..<40).map { _ in generator.normal() })
      if try #require(ConfidenceInterval.mean(of: spread)).contains(0) { hits.mean += 1 }
      if try #require(ConfidenceInterval.median(of: spread)).contains(0) { hits.median += 1 }
    }
    // Binomial(400, 0.95) stays within 362…396 but once in a thousand times; ranks are a little too wide.
    #expect((362...396).contains(hits.mean), "seed 4711: \(hits.mean) of 400")
    #expect((362...400).contains(hits.median), "seed 4711: \(hits.median) of 400")
  }

  @Test("around a median holds the ranks n/2 ± 0.98 √n")
  func ranks() throws {
    let spread = try Self.spread((1...101).map(Double.init))
    // ⌊50.5 − 9.85⌋ = 40 and ⌈51.5 + 9.85⌉ = 62.
    let interval = try #require(ConfidenceInterval.median(of: spread))
    #expect(abs(interval.lowerBound - 40) < 1e-9 && abs(interval.upperBound - 62) < 1e-9)
    #expect(ConfidenceInterval.median(of: try Self.spread([1, 2, 3, 4, 5])) == nil)
    #expect(ConfidenceInterval.mean(of: try Self.spread([1])) == nil)
  }

  @Test("as a curve does not leave its bounds and is highest where most values are")
  func curve() throws {
    var generator = Generator(state: 11)
    let values = (0..<2_000).map { _ in abs(generator.normal()) * 40 }
    let spread = try Self.spread(values)
    let ground = DensityCurve.Ground(
      range: -50...200,
      isLog: false,
      bounds: (0, nil),
      leastWidth: 0
    )
    let curve = try #require(DensityCurve(spread, on: ground))
    #expect(curve.points.allSatisfy { $0.x >= 0 && (0...1).contains($0.y) })
    #expect(curve.points.map(\.y).max() == 1)
    // Half of a bell: highest at the bound, where without folding it would be half as high.
    #expect(try #require(curve.points.first).y > 0.93)
    #expect(try #require(curve.points.last).y < 0.02)
    #expect(DensityCurve(try Self.spread([7, 7, 7]), on: ground) == nil)
  }

  @Test("on a log scale is the same curve as that of the logarithms")
  func logarithmic() throws {
    var generator = Generator(state: 5)
    let exponents = (0..<500).map { _ in 2 + 0.4 * generator.normal() }
    let plain = DensityCurve.Ground(range: 0...4, isLog: false, bounds: (nil, nil), leastWidth: 0)
    let log = DensityCurve.Ground(range: 1...10_000, isLog: true, bounds: (0, nil), leastWidth: 0)
    let one = try #require(DensityCurve(try Self.spread(exponents), on: plain))
    let powers = exponents.map { value -> Double in
      pow(10, value)
    }
    let other = try #require(DensityCurve(try Self.spread(powers), on: log))
    for (left, right) in zip(one.points, other.points) { #expect(abs(left.y - right.y) < 0.03) }
  }

  @Test("in nested boxes has as many as the customers bear")
  func depth() {
    // seaborn’s “trustworthy” rule, ⌊log2(n / 7.68)⌋ + 1, at most five.
    #expect([8, 16, 31, 100, 300, 10_000_000].map(BoxenPanel.depth) == [1, 2, 3, 4, 5, 5])
  }

  @Test("in classes of counts has round edges, and few customers are one class")
  func classes() throws {
    let format = NumberFormat(locale: try #require(NumberLocale.named("en_US")))
    let classes = CountClasses(most: 340, least: 5)
    #expect(classes.edges == [1, 5, 10, 20, 50, 100, 200])
    #expect(
      classes.edges.indices.map { classes.text(of: $0, format) } == [
        "<5", "5–9", "10–19", "20–49", "50–99", "100–199", "200+",
      ]
    )
    #expect([1, 4, 5, 199, 200, 9_999].map(classes.place) == [0, 0, 1, 5, 6, 6])
    #expect(CountClasses(most: 3, least: 5).text(of: 0, format) == "<5")
    let many = CountClasses(most: 1_000_000, least: 5)
    #expect(many.edges.count == 7 && many.text(of: 0, format) == "<20,000")
    let theme = Theme.light
    #expect(Set(classes.colors(in: theme).map(\.hex)).count == 7)
  }
}
