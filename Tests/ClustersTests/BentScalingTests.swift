import RealModule
import Testing

@testable import Clusters

@Suite("Scalings that bend")
struct BentScalingTests {
  static let references = Result { try References.all.get().scaling }

  private func expect(_ matrix: Matrix, _ expected: [[Double]], within tolerance: Double) {
    for (found, wanted) in zip(matrix.columns, expected) {
      #expect(zip(found, wanted).allSatisfy { near($0, $1, within: tolerance) })
    }
  }

  @Test("give the numbers that scikit-learn gives, for fitted and for new rows")
  func reference() throws {
    let references = try Self.references.get()
    let matrix = try Matrix(columns: references.columns)
    let fresh = try Matrix(columns: references.fresh)
    let cases: [(ScalingMethod, References.Scalings.Scaled)] = [
      (.standard, references.standard), (.minMax, references.minMax),
      (.maxAbs, references.maxAbs), (.robust, references.robust),
      (.quantile, references.quantile), (.quantileNormal, references.quantileNormal),
      (.normalize, references.normalize),
    ]
    for (method, expected) in cases {
      let scaling = try Scaling.fit(matrix, method)
      expect(scaling.apply(to: matrix), expected.fitted, within: 1e-9)
      expect(scaling.apply(to: fresh), expected.fresh, within: 1e-9)
    }
  }

  @Test("find the power of Yeo and Johnson that scikit-learn finds, to more digits")
  func power() throws {
    let references = try Self.references.get()
    let matrix = try Matrix(columns: references.columns)
    let scaling = try Scaling.fit(matrix, .power)
    #expect(zip(scaling.powers, references.lambdas).allSatisfy { near($0, $1, within: 2e-7) })
    expect(scaling.apply(to: matrix), references.power.fitted, within: 1e-6)
    // With scikit-learn's own powers the numbers are scikit-learn's.
    let bent = try Matrix(
      columns: zip(references.columns, references.lambdas).map { column, lambda in
        column.map { YeoJohnson.apply($0, lambda) }
      }
    )
    let standard = try Scaling.fit(bent, .standard)
    let same = FittedScaling(
      method: .power,
      centers: standard.centers,
      scales: standard.scales,
      powers: references.lambdas
    )
    expect(same.apply(to: matrix), references.power.fitted, within: 1e-9)
    expect(
      same.apply(to: try Matrix(columns: references.fresh)),
      references.power.fresh,
      within: 1e-9
    )
  }

  @Test("find the power at the top of the likelihood")
  func isMostLikely() throws {
    var chance = SeededGenerator(seed: 91)
    let worlds = [
      (0..<300).map { _ in Double.exp(4 * chance.nextUnit()) },
      (0..<300).map { _ in -Double.exp(4 * chance.nextUnit()) },
      (0..<300).map { _ in chance.nextUnit() - 0.3 },
      (0..<300).map { _ in 1e6 + chance.nextUnit() },
      [0, 0, 0, 0, 1],
    ]
    for values in worlds {
      let column = SortedColumn(values)
      let best = YeoJohnson.lambda(for: column)
      let top = Self.likelihood(column.values, best)
      for step in [-0.1, -0.001, 0.001, 0.1] {
        #expect(Self.likelihood(column.values, best + step) <= top + 1e-8 * top.magnitude)
      }
    }
  }

  private static func likelihood(_ values: [Double], _ lambda: Double) -> Double {
    let bent = values.map { YeoJohnson.apply($0, lambda) }
    let count = Double(values.count)
    let mean = bent.reduce(0, +) / count
    let variance = bent.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let logarithms = values.reduce(0) { $0 + FittedScaling.mirroredLog($1) }
    return (lambda - 1) * logarithms - count / 2 * Double.log(variance)
  }

  @Test("leave a row of zeros alone, and say that a row's length is not kept")
  func normalize() throws {
    let matrix = try Matrix(columns: [[3, 0, -5], [4, 0, 0]])
    let scaling = try Scaling.fit(matrix, .normalize)
    let scaled = scaling.apply(to: matrix)
    #expect(scaled.columns == [[0.6, 0, -1], [0.8, 0, 0]])
    #expect(scaling.undo(scaled) == scaled)
    #expect(ScalingMethod.allCases.filter { !$0.isReversible } == [.normalize])
  }

  @Test("put a value that many rows share in the middle of their shares")
  func ties() throws {
    let matrix = try Matrix(columns: [[1, 2, 2, 2, 3]])
    let scaling = try Scaling.fit(matrix, .quantile)
    #expect(scaling.apply(to: matrix).column(0) == [0, 0.5, 0.5, 0.5, 1])
    let fresh = try Matrix(columns: [[-9, 1.5, 2.5, 9]])
    #expect(scaling.apply(to: fresh).column(0) == [0, 0.125, 0.875, 1])
    let one = try Scaling.fit(Matrix(columns: [[7]]), .quantileNormal)
    #expect(one.undo(one.apply(to: try Matrix(columns: [[7]]))).column(0) == [7])
  }

  @Test("know the normal distribution to twelve digits")
  func normal() {
    // Textbook values.
    #expect(near(NormalDistribution.quantile(0.975), 1.959963984540054, within: 1e-13))
    #expect(near(NormalDistribution.quantile(0.001), -3.090232306167813, within: 1e-13))
    #expect(NormalDistribution.quantile(0.5) == 0)
    for step in 1..<200 {
      let share = Double(step) / 200
      let value = NormalDistribution.quantile(share)
      #expect(near(NormalDistribution.share(below: value), share, within: 1e-14))
    }
    #expect(NormalDistribution.quantile(0) == -.infinity)
  }
}

@Suite("Brent's method")
struct BrentRootTests {
  @Test("finds where a function is zero, smooth or not")
  func finds() {
    let cases: [(Double, (Double) -> Double)] = [
      (2.0.squareRoot(), { $0 * $0 - 2 }),
      (0.25, { $0 - 0.25 }),
      (1, { $0 < 1 ? -1e-9 : 1e9 }),
      (0.5, { Double.pow($0 - 0.5, 9) }),
      (Double.log(1.5), { 1.5 - Double.exp($0) }),
    ]
    for (expected, function) in cases {
      let found = BrentRoot.find(between: -1, and: 3, tolerance: 1e-12, of: function)
      #expect(near(found, expected, within: 1e-9))
    }
  }
}
