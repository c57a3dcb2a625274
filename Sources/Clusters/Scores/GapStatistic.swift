import RealModule

/// How much better k-means fits the rows than it would fit rows without groups.
///
/// Rows without groups are drawn evenly from the box around the rows, turned along their principal
/// components (Tibshirani, Walther and Hastie, 2001). Each set of them has a generator of its own.
/// Cost: a search by k-means for every k on the rows and on each reference, so only on request.
package struct GapStatistic: Sendable, Equatable {
  /// The gap at one number of clusters.
  package struct Point: Sendable, Equatable {
    package let k: Int
    /// The logarithm of the inertia.
    package let logInertia: Double
    /// The mean of the same over the references.
    package let expectedLogInertia: Double
    /// How uncertain the mean is: the deviation over the references times √(1 + 1 / their number).
    package let error: Double

    /// The larger, the less could chance have made the groups.
    package var gap: Double { expectedLogInertia - logInertia }
  }

  /// How a number of clusters is read off the curve.
  package enum Rule: String, CaseIterable, Sendable {
    /// The smallest k within one error of the first local maximum.
    case firstWithinError = "first-within-error"
    /// The smallest k whose gap is not below the next one less its error, as in the paper.
    case notBelowNext = "not-below-next"
  }

  /// A point for each k for which rows are left to divide, smallest first.
  package let points: [Point]

  /// Measures the rows of an ordered matrix.
  package init(
    of matrix: OrderedMatrix,
    k: ClosedRange<Int>,
    references: Int = 20,
    seed: UInt64 = 0,
  ) throws(ClusterError) {
    guard matrix.rowCount > 0 else { throw .noRows }
    guard k.lowerBound >= 1 else { throw .clusterCountOutOfRange(k.lowerBound) }
    guard references >= 1 else { throw .referencesOutOfRange(references) }
    let counts = Array(k).filter { $0 < matrix.distinctRowCount }
    let own = try Self.logInertias(of: matrix, counts, seed: seed)
    let box = try ReferenceBox(around: matrix)
    var drawn: [[Double]] = []
    for number in 0..<references where !counts.isEmpty {
      let reference = box.rows(matrix.rowCount, number: number, seed: seed)
      drawn.append(try Self.logInertias(of: OrderedMatrix(reference), counts, seed: seed))
    }
    let many = Double(references)
    points = counts.indices.map { at in
      let mean = drawn.reduce(0) { $0 + $1[at] } / many
      let variance = drawn.reduce(0) { $0 + ($1[at] - mean) * ($1[at] - mean) } / many
      return Point(
        k: counts[at],
        logInertia: own[at],
        expectedLogInertia: mean,
        error: (variance * (1 + 1 / many)).squareRoot(),
      )
    }
  }

  /// The number of clusters that a rule reads off the curve; nil if all rows are equal.
  package func count(by rule: Rule) -> Int? {
    guard let last = points.indices.last else { return nil }
    switch rule {
    case .firstWithinError:
      let top = points.indices.dropLast().first { points[$0 + 1].gap <= points[$0].gap } ?? last
      let bar = points[top].gap - points[top].error
      return points.first { $0.gap >= bar }?.k
    case .notBelowNext:
      let found = points.indices.dropLast().first { at in
        points[at].gap >= points[at + 1].gap - points[at + 1].error
      }
      return points[found ?? last].k
    }
  }

  private static func logInertias(
    of matrix: OrderedMatrix,
    _ counts: [Int],
    seed: UInt64,
  ) throws(ClusterError) -> [Double] {
    var result: [Double] = []
    for k in counts {
      // The same effort for rows and references: the gap compares like with like.
      let search = KMeans(k: k, seed: seed, minimumRestarts: 5, maximumRestarts: 5)
      result.append(Double.log(max(try search.fit(matrix).inertia, .leastNormalMagnitude)))
    }
    return result
  }
}
