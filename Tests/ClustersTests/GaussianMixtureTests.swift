import RealModule
import Testing

@testable import Clusters

@Suite("A Gaussian mixture")
struct GaussianMixtureTests {
  @Test("finds the numbers that scikit-learn finds", arguments: CovarianceShape.allCases)
  func reference(shape: CovarianceShape) throws {
    let references = try References.all.get().gmm
    let expected = try #require(references.fits[shape.rawValue])
    let matrix = try Matrix(columns: references.columns)
    let fit = try GaussianMixture(k: 3, covariance: shape, tolerance: 1e-12).fit(matrix)
    #expect(fit.hasConverged)
    #expect(fit.partition.sizes == expected.sizes)
    #expect(near(fit.meanLogLikelihood, expected.meanLogLikelihood, within: 1e-9))
    #expect(near(fit.bic, expected.bic, within: 1e-6))
    #expect(near(fit.aic, expected.aic, within: 1e-6))
    #expect(zip(fit.weights, expected.weights).allSatisfy { near($0, $1, within: 1e-5) })
    for (found, wanted) in zip(fit.means, expected.means) {
      #expect(zip(found, wanted).allSatisfy { near($0, $1, within: 1e-5) })
    }
    for (found, wanted) in zip(fit.covariances, expected.covariances) {
      #expect(zip(found.flatMap(\.self), wanted).allSatisfy { near($0, $1, within: 1e-5) })
    }
  }

  @Test("finds a component inside another, where k-means never starts")
  func concentric() throws {
    var chance = SeededGenerator(seed: 86)
    func cloud(_ spread: Double) -> [Double] {
      (0..<300).map { _ in spread * NormalDistribution.quantile(chance.nextUnit() + 1e-12) }
    }
    let columns = [cloud(0.02) + cloud(0.3), cloud(0.02) + cloud(0.3)]
    let fit = try GaussianMixture(k: 2).fit(Matrix(columns: columns))
    let truth = (0..<600).map { Int32($0 / 300) }
    #expect(PartitionAgreement(labels: fit.partition.labels, truth).adjustedRand > 0.9)
    #expect(fit.means.allSatisfy { $0.allSatisfy { $0.magnitude < 0.05 } })
  }

  @Test("gives memberships that add up to 1, the most to the cluster of the row")
  func memberships() throws {
    let columns = Worlds.blobs(rows: 900, columns: 3, groups: 4, spread: 0.12, seed: 81)
    let matrix = try Matrix(columns: columns)
    let fit = try GaussianMixture(k: 4).fit(matrix)
    let memberships = try fit.memberships(of: matrix)
    #expect(try fit.components(of: matrix).map { Int32($0) } == fit.partition.labels)
    for (row, shares) in memberships.enumerated() {
      #expect(near(shares.reduce(0, +), 1, within: 1e-14))
      #expect(shares[Int(fit.partition.labels[row])] == shares.max())
    }
    // A row alone is scored as it is among others, to the last bit.
    let alone = try fit.memberships(of: Matrix(columns: columns.map { [$0[517]] }))
    #expect(alone == [memberships[517]])
    #expect(throws: ClusterError.columnCountDiffers(expected: 3, found: 1)) {
      try fit.memberships(of: Matrix(columns: [[1]]))
    }
  }

  @Test("with one component has the mean and covariance of all rows")
  func oneComponent() throws {
    let fit = try GaussianMixture(k: 1).fit(Matrix(columns: [[1, 2, 6], [0, 3, 3]]))
    #expect(fit.partition.sizes == [3])
    #expect(fit.weights == [1])
    #expect(zip(fit.means[0], [3, 2]).allSatisfy { near($0, $1, within: 1e-12) })
    let expected = [14.0 / 3 + 1e-6, 2, 2, 2 + 1e-6]
    let found = fit.covariances[0].flatMap(\.self)
    #expect(zip(found, expected).allSatisfy { near($0, $1, within: 1e-12) })
  }

  @Test("gives as many components as there are distinct rows, if fewer than k")
  func fewDistinctRows() throws {
    let fit = try GaussianMixture(k: 5).fit(Matrix(columns: [[1, 2, 2, 1, 2]]))
    #expect(fit.partition.sizes == [3, 2])
    #expect(zip(fit.weights, [0.6, 0.4]).allSatisfy { near($0, $1, within: 1e-12) })
    let large = try GaussianMixture(k: 2).fit(
      Matrix(columns: [[1e140, -1e140, 1e140], [1, 1, 1]])
    )
    #expect(large.partition.sizes == [2, 1])
    #expect(large.meanLogLikelihood.isFinite)
  }

  @Test("survives columns that say the same, whatever the size of their numbers")
  func collinear() throws {
    let line = (0..<200).map { Double($0 % 17) + Double($0 % 2) * 100 }
    for scale in [1e-6, 1, 1e9] {
      let columns = [line.map { $0 * scale }, line.map { $0 * scale * 3 }]
      let fit = try GaussianMixture(k: 2).fit(Matrix(columns: columns))
      #expect(fit.meanLogLikelihood.isFinite)
      #expect(fit.partition.sizes.reduce(0, +) == 200)
    }
    // More columns than rows.
    let wide = Worlds.blobs(rows: 5, columns: 12, groups: 2, spread: 0.01, seed: 82)
    #expect(try GaussianMixture(k: 2).fit(Matrix(columns: wide)).partition.sizes == [3, 2])
  }

  @Test("refuses counts and numbers that cannot be")
  func refuses() throws {
    let matrix = try Matrix(columns: [[1, 2, 3]])
    #expect(throws: ClusterError.clusterCountOutOfRange(0)) {
      try GaussianMixture(k: 0).fit(matrix)
    }
    #expect(throws: ClusterError.startsOutOfRange(0)) {
      try GaussianMixture(k: 2, starts: 0).fit(matrix)
    }
    for bad in [0, -1, Double.infinity] {
      #expect(throws: ClusterError.regularizationOutOfRange(bad)) {
        try GaussianMixture(k: 2, regularization: bad).fit(matrix)
      }
      #expect(throws: ClusterError.toleranceOutOfRange(bad)) {
        try GaussianMixture(k: 2, tolerance: bad).fit(matrix)
      }
    }
  }

  @Test("never becomes less likely from step to step", arguments: CovarianceShape.allCases)
  func grows(shape: CovarianceShape) throws {
    let columns = Worlds.blobs(rows: 700, columns: 2, groups: 5, spread: 0.2, seed: 83)
    let matrix = try Matrix(columns: columns)
    var last = -Double.infinity
    for steps in [1, 2, 3, 5, 9, 30] {
      let fit = try GaussianMixture(
        k: 4,
        covariance: shape,
        starts: 1,
        regularization: 1e-12,
        maximumIterations: steps,
      ).fit(matrix)
      #expect(fit.meanLogLikelihood >= last - 1e-12)
      last = fit.meanLogLikelihood
    }
  }

  @Test("takes the step of EM that its definition takes", arguments: [1, 2, 3, 5, 7])
  func slowTwin(columns: Int) throws {
    for rows in [3, 260, 700] {
      let world = Worlds.blobs(rows: rows, columns: columns, groups: 3, spread: 0.1, seed: 84)
      let points = PaddedColumns(columns: world)
      for shape in CovarianceShape.allCases {
        let labels = (0..<rows).map { Int32($0 % 3) }
        let centers = ClusterMeans(of: labels, on: points).means.map { $0.map { $0 + 0.05 } }
        let start = MixtureModel.moments(
          of: points,
          labels: labels,
          around: centers.flatMap(\.self),
          isDiagonal: shape.isDiagonal
        ).model(around: centers.flatMap(\.self), shape: shape, regularization: 1e-3)
        let moments = start.moments(of: points)
        let next = moments.model(around: start.means, shape: shape, regularization: 1e-3)
        let slow = NaiveMixture(start).step(on: Worlds.rows(world), shape, regularization: 1e-3)
        #expect(near(moments.logLikelihood, slow.logLikelihood, within: 1e-9 * Double(rows)))
        #expect(zip(next.weights, slow.weights).allSatisfy { near($0, $1, within: 1e-10) })
        let means = slow.means.flatMap(\.self)
        #expect(zip(next.means, means).allSatisfy { near($0, $1, within: 1e-10) })
        let shares = zip(start.memberships(of: points), slow.shares)
        #expect(shares.allSatisfy { zip($0, $1).allSatisfy { near($0, $1, within: 1e-10) } })
        let spreads = zip(next.covariances.flatMap(\.self), slow.covariances.flatMap(\.self))
        #expect(spreads.allSatisfy { near($0, $1, within: 1e-10) })
      }
    }
  }

  @Test("has logarithms that agree with the system's to the last digits")
  func logarithm() {
    var chance = SeededGenerator(seed: 85)
    for _ in 0..<2_000 {
      let value = Double.exp((chance.nextUnit() - 0.5) * 1_400)
      let expected = Double.log(value)
      let found = MixtureModel.logarithm(value)
      #expect(near(found, expected, within: 4e-16 * max(1, expected.magnitude)))
    }
    #expect(MixtureModel.logarithm(1) == 0)
  }
}

/// A step of EM written down as in a textbook.
private struct NaiveMixture {
  var weights: [Double]
  var means: [[Double]]
  /// Row by row.
  var covariances: [[Double]]
  var logLikelihood = 0.0
  /// The memberships that led here, row by row.
  var shares: [[Double]] = []

  init(_ model: MixtureModel) {
    weights = model.weights
    let size = model.columnCount
    means = (0..<model.count).map { Array(model.means[$0 * size..<($0 + 1) * size]) }
    covariances = model.covariances
  }

  func step(on rows: [[Double]], _ shape: CovarianceShape, regularization: Double) -> Self {
    var next = self
    next.logLikelihood = 0
    let shares = rows.map { row -> [Double] in
      let densities = weights.indices.map { weights[$0] * density(row, $0) }
      let total = densities.reduce(0, +)
      next.logLikelihood += Double.log(total)
      return densities.map { $0 / total }
    }
    next.shares = shares
    let size = rows[0].count
    var sizes: [Double] = []
    for component in weights.indices {
      let total = shares.reduce(0) { $0 + $1[component] }
      sizes.append(total)
      next.means[component] = (0..<size).map { column in
        zip(rows, shares).reduce(0) { $0 + $1.0[column] * $1.1[component] } / total
      }
      let mean = next.means[component]
      next.covariances[component] = (0..<size * size).map { at in
        let (i, j) = (at / size, at % size)
        return zip(rows, shares).reduce(0.0) { sum, pair in
          sum + pair.1[component] * (pair.0[i] - mean[i]) * (pair.0[j] - mean[j])
        } / total
      }
    }
    next.weights = sizes.map { $0 / Double(rows.count) }
    next.limit(to: shape, size: size, regularization: regularization)
    return next
  }

  private mutating func limit(to shape: CovarianceShape, size: Int, regularization: Double) {
    let pooled = (0..<size * size).map { at in
      zip(weights, covariances).reduce(0) { $0 + $1.0 * $1.1[at] }
    }
    for component in covariances.indices {
      let own = covariances[component]
      let trace = (0..<size).reduce(0) { $0 + own[$1 * size + $1] }
      for at in own.indices {
        let isDiagonal = at / size == at % size
        let value: Double
        switch shape {
        case .full: value = own[at]
        case .tied: value = pooled[at]
        case .diagonal: value = isDiagonal ? own[at] : 0
        case .spherical: value = isDiagonal ? trace / Double(size) : 0
        }
        covariances[component][at] = value + (isDiagonal ? regularization : 0)
      }
    }
  }

  /// The density of a component, by elimination.
  private func density(_ row: [Double], _ component: Int) -> Double {
    let size = row.count
    var matrix = (0..<size).map { i in (0..<size).map { covariances[component][i * size + $0] } }
    let gap = zip(row, means[component]).map { $0 - $1 }
    var solution = gap
    var determinant = 1.0
    for pivot in 0..<size {
      determinant *= matrix[pivot][pivot]
      for other in 0..<size where other != pivot {
        let factor = matrix[other][pivot] / matrix[pivot][pivot]
        for at in 0..<size { matrix[other][at] -= factor * matrix[pivot][at] }
        solution[other] -= factor * solution[pivot]
      }
    }
    var square = 0.0
    for at in 0..<size { square += gap[at] * solution[at] / matrix[at][at] }
    let scale = Double.pow(2 * Double.pi, Double(size)) * determinant
    return Double.exp(-0.5 * square) / scale.squareRoot()
  }
}
