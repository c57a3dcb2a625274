/// How far away each row's k-th nearest row is, sorted: the curve that shows a good `eps`.
///
/// A row counts as its own first neighbor, as in DBSCAN. Exact. With fewer rows than `minPoints`
/// the farthest row counts.
package struct KDistance: Sendable, Equatable {
  /// The bend of the curve: where it stands and how far neighbors are there.
  package struct Knee: Sendable, Equatable {
    /// The share of rows whose distance is smaller.
    package let share: Double
    package let eps: Double
  }

  package let minPoints: Int
  /// A distance per row, smallest first.
  package let distances: [Double]
  /// The bend of the upper half of the curve, its last hundredth left out; nil where there is none.
  package let knee: Knee?

  /// Measures the rows of a matrix.
  package init(of matrix: Matrix, minPoints: Int) throws(ClusterError) {
    try self.init(of: OrderedMatrix(matrix), minPoints: minPoints)
  }

  /// Measures the rows of an ordered matrix, with a tree search per row.
  package init(of matrix: OrderedMatrix, minPoints: Int) throws(ClusterError) {
    guard matrix.rowCount > 0 else { throw .noRows }
    guard minPoints >= 1 else { throw .minPointsOutOfRange(minPoints) }
    let tree = matrix.tree
    let rank = min(minPoints, matrix.rowCount)
    let squares = Parallel.blocks(of: matrix.rowCount, size: 512) { rows in
      var search = RankedSearch(tree: tree, rank: rank, width: 0)
      for row in rows { search.append(row) }
      return search.found.squares
    }
    self.minPoints = minPoints
    distances = Radix.sorted(squares).map { $0.squareRoot() }
    knee = Self.knee(of: distances)
  }

  /// A radius for DBSCAN: the distance at the knee, else the largest; nil if all rows are equal.
  package var proposedEps: Double? {
    let proposal = knee?.eps ?? distances.last ?? 0
    return proposal > 0 ? proposal : distances.first { $0 > 0 }
  }

  /// The curve at evenly spaced shares from 0 to 1, for drawing.
  package func quantiles(_ count: Int) -> [Double] {
    guard count > 1 else { return distances.suffix(count) }
    return (0..<count).map { quantile(Double($0) / Double(count - 1)) }
  }

  /// The distance below which the share of rows lies (type 7).
  package func quantile(_ share: Double) -> Double {
    SortedColumn(sorted: distances).quantile(share)
  }

  /// The point farthest below the straight line through the ends of the upper half (Kneedle,
  /// Satopää and others, 2011, without smoothing: the curve is sorted).
  ///
  /// The farthest hundredth is left out: a single row far away from everything would stretch the
  /// curve and pull the knee to a radius that joins what is apart.
  private static func knee(of distances: [Double]) -> Knee? {
    let start = distances.count / 2
    let last = distances.count - 1 - distances.count / 100
    guard last - start >= 2 else { return nil }
    let lowest = distances[start]
    let highest = distances[last]
    guard highest > lowest else { return nil }
    let steps = Double(last - start)
    var best = (depth: 0.0, place: -1)
    for place in start...last {
      let across = Double(place - start) / steps
      let depth = across - (distances[place] - lowest) / (highest - lowest)
      if depth > best.depth { best = (depth, place) }
    }
    guard best.place >= 0 else { return nil }
    return Knee(
      share: Double(best.place) / Double(distances.count - 1),
      eps: distances[best.place],
    )
  }
}
