import RealModule
import Testing

@testable import Clusters

@Suite("The advised scaling")
struct ScalingAdviceTests {
  private func advice(_ columns: [Double]...) throws -> ScalingAdvice {
    Scaling.automatic(for: try Matrix(columns: columns))
  }

  private static func normal(_ count: Int, seed: UInt64) -> [Double] {
    var chance = SeededGenerator(seed: seed)
    return (0..<count).map { _ in NormalDistribution.quantile(chance.nextUnit() + 1e-12) }
  }

  @Test("is min–max where no column leans or reaches far")
  func even() throws {
    let normal = Self.normal(5_000, seed: 1)
    let found = try advice(normal, [Double](repeating: 4, count: 5_000), normal.map { $0 * 9 })
    #expect(found.method == .minMax)
    #expect(found.rule == .even)
    #expect(found.shapes.compactMap(\.reach).allSatisfy { $0 < 4 })
    let constant = try advice([3, 3, 3])
    #expect(constant.column == nil)
    #expect(constant.method == .minMax)
  }

  @Test("is the logarithm where a column of amounts leans to the right")
  func amounts() throws {
    let normal = Self.normal(2_000, seed: 2)
    let found = try advice(
      normal,
      normal.map { Double.exp(1.5 * $0) },
      normal.map { Double.exp($0) }
    )
    #expect(found.method == .log)
    #expect(found.rule == .skewed)
    #expect(found.column == 1)
    // Counts of which most are the same: there are no octiles to look at.
    let counts = try advice([Double](repeating: 0, count: 95) + [1, 2, 3, 9, 40])
    #expect(counts.method == .log)
    #expect(counts.shapes[0].lopsidedness == nil)
    #expect(counts.shapes[0].reach == nil)
  }

  @Test("is a power where the lopsided column has negative values or a tail of small ones")
  func below() throws {
    let amounts = Self.normal(2_000, seed: 3).map { Double.exp(1.5 * $0) }
    let most = amounts.max() ?? 0
    for column in [amounts.map { $0 - 5 }, amounts.map { most - $0 }, amounts.map { 0 - $0 }] {
      let found = try advice(column, Self.normal(2_000, seed: 4))
      #expect(found.method == .power)
      #expect(found.rule == .skewed)
    }
  }

  @Test("is robust where an even column has a few values far away, on one side or on both")
  func farValues() throws {
    let normal = Self.normal(2_000, seed: 5)
    for far in [[1_000.0], [-40], [60, -60]] {
      let column = normal.dropFirst(far.count) + far
      let found = try advice(normal, Array(column))
      #expect(found.method == .robust)
      #expect(found.rule == .farValues)
      #expect(found.column == 1)
      #expect((found.shapes[1].reach ?? 0) > ScalingAdvice.reachLimit)
    }
    // The skewness alone would have called the first of them skewed.
    let one = try advice(normal.dropFirst() + [1_000])
    #expect((one.shapes[0].skewness ?? 0) > ScalingAdvice.skewnessLimit)
    #expect((one.shapes[0].lopsidedness ?? 1).magnitude < ScalingAdvice.lopsidednessLimit)
  }

  @Test("is standard where values are far away but another column has no quartiles to go by")
  func withoutQuartiles() throws {
    let normal = Self.normal(1_000, seed: 6)
    let signs = (0..<1_000).map { $0 < 600 ? 0.0 : ($0 % 2 == 0 ? 1 : -1) }
    let found = try advice(normal.dropFirst() + [500], signs)
    #expect(found.rule == .farValues)
    #expect(found.method == .standard)
  }

  @Test("looks at the numbers worked out by hand")
  func byHand() throws {
    // Octiles 1 and 7 around 2 of the nine values, quartiles 1 and 4.
    let shape = ColumnShape(of: SortedColumn([1, 1, 1, 2, 2, 3, 4, 7, 25]))
    #expect(near(shape.lopsidedness, 4.0 / 6, within: 1e-12))
    #expect(near(shape.reach, 7, within: 1e-12))
    #expect(!shape.hasNegatives)
    let six = ColumnShape(of: SortedColumn([1, 1, 1, 1, 1, 1_000]))
    #expect(near(six.skewness, 4 / 5.0.squareRoot(), within: 1e-9))
  }
}
