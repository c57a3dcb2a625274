/// Groups rows around k centers so that squared distances to the centers become small.
///
/// Seeds are drawn by greedy k-means++, then Lloyd's steps run until no row moves. Restarts go on
/// until the best result was met often enough. Fewer distinct rows than k give as many clusters as
/// there are distinct rows. Rows equally near to two centers go to the center that sorts first.
package struct KMeans: Sendable, Equatable {
  package var k: Int
  package var seed: UInt64
  package var minimumRestarts: Int
  package var maximumRestarts: Int
  /// How often the best inertia must be met before restarts end.
  package var confirmations: Int
  /// The most steps of one restart.
  package var maximumIterations: Int

  /// Inertias closer than this, relative to the best, count as the same result.
  static let tolerance = 1e-6
  /// Restarts that are tried at once after the minimum; fixed, so that cores do not show.
  static let batch = 4

  package init(
    k: Int,
    seed: UInt64 = 0,
    minimumRestarts: Int = 10,
    maximumRestarts: Int = 60,
    confirmations: Int = 3,
    maximumIterations: Int = 1_000,
  ) {
    self.k = k
    self.seed = seed
    self.minimumRestarts = minimumRestarts
    self.maximumRestarts = maximumRestarts
    self.confirmations = confirmations
    self.maximumIterations = maximumIterations
  }

  /// Clusters the rows of a matrix; for several fits of one matrix, order it once yourself.
  package func fit(_ matrix: Matrix) throws(ClusterError) -> KMeansFit {
    try fit(OrderedMatrix(matrix))
  }

  /// Clusters the rows of an ordered matrix.
  package func fit(_ matrix: OrderedMatrix) throws(ClusterError) -> KMeansFit {
    guard minimumRestarts >= 1, maximumRestarts >= minimumRestarts else {
      throw .restartsOutOfRange(minimum: minimumRestarts, maximum: maximumRestarts)
    }
    let count = try clusterCount(on: matrix)
    // One center has one answer.
    let (least, most) = count == 1 ? (1, 1) : (minimumRestarts, maximumRestarts)
    var search = RestartSearch(least: least, most: most, confirmations: confirmations)
    while !search.isDone {
      let first = search.tried
      let results = Parallel.map(min(first == 0 ? least : Self.batch, most - first)) { offset in
        LloydRestart(
          on: matrix.tree,
          count: count,
          generator: .derived(from: seed, tag: "kmeans", k, first + offset),
          maximumIterations: maximumIterations,
        )
      }
      search.take(results)
    }
    guard let best = search.best else { preconditionFailure("a search tries at least once") }
    return KMeansFit(best, restarts: search.tried, on: matrix)
  }

  /// Clusters the rows of an ordered matrix from given centers, for example those of an older fit.
  ///
  /// It takes k centers, in any order, and tries nothing else: fast, and no better than the centers
  /// are. Where there are fewer distinct rows than k each of them is a cluster, as without centers.
  package func fit(
    _ matrix: OrderedMatrix,
    from centers: [[Double]],
  ) throws(ClusterError) -> KMeansFit {
    let count = try clusterCount(on: matrix)
    guard centers.count == k else { throw .centerCountDiffers(expected: k, found: centers.count) }
    for (number, center) in centers.enumerated() {
      guard center.count == matrix.columnCount else {
        throw .columnCountDiffers(expected: matrix.columnCount, found: center.count)
      }
      guard center.allSatisfy({ $0.magnitude <= Matrix.greatestMagnitude }) else {
        throw .centerOutOfRange(number)
      }
    }
    guard count == k else { return try fit(matrix) }
    let restart = LloydRestart(
      on: matrix.tree,
      from: centers.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self),
      maximumIterations: maximumIterations,
    )
    return KMeansFit(restart, restarts: 1, on: matrix)
  }

  /// How many clusters there can be.
  private func clusterCount(on matrix: OrderedMatrix) throws(ClusterError) -> Int {
    guard matrix.rowCount > 0 else { throw .noRows }
    guard k >= 1 else { throw .clusterCountOutOfRange(k) }
    return min(k, matrix.distinctRowCount)
  }
}

/// The restarts so far, looked at strictly in their order.
private struct RestartSearch {
  let least: Int
  let most: Int
  let confirmations: Int
  var best: LloydRestart?
  var tried = 0
  var met = 0
  var isDone = false

  init(least: Int, most: Int, confirmations: Int) {
    self.least = least
    self.most = most
    self.confirmations = confirmations
  }

  mutating func take(_ results: [LloydRestart]) {
    // Results beyond the end are dropped: with other batches they would not have been made.
    for result in results where !isDone {
      tried += 1
      let bar = best?.inertia ?? .infinity
      if result.inertia < bar * (1 - KMeans.tolerance) || best == nil {
        best = result
        met = 1
      } else if result.inertia <= bar * (1 + KMeans.tolerance) {
        met += 1
        if result.inertia < bar { best = result }
      }
      isDone = (tried >= least && met >= confirmations) || tried >= most
    }
  }
}
