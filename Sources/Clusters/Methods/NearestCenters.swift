/// Gives rows the cluster of the nearest center, and says how clear the case is.
///
/// Rows equally near to two centers go to the center that sorts first, as in the fit.
package struct NearestCenters: Sendable, Equatable {
  /// The centers, in the order of their clusters.
  package let centers: [[Double]]
  private let flat: [Double]
  private let clusters: [Int]

  /// The nearest cluster of a row and the distances to the two nearest centers.
  package struct Answer: Sendable, Equatable {
    package let cluster: Int
    package let distance: Double
    /// Infinite where there is only one center.
    package let distanceToNext: Double

    /// 1 on the center, 0 on the border to the next cluster.
    package var confidence: Double {
      distanceToNext > 0 ? 1 - distance / distanceToNext : 0
    }
  }

  /// Takes the centers of a fit, all with as many columns; there must be one at least.
  package init(_ centers: [[Double]]) {
    precondition(!centers.isEmpty, "the nearest of no centers was asked for")
    self.centers = centers
    clusters = centers.indices.sorted { centers[$0].lexicographicallyPrecedes(centers[$1]) }
    flat = clusters.flatMap { centers[$0] }
  }

  /// The answer for every row, in the rows' order.
  package func answers(for matrix: Matrix) throws(ClusterError) -> [Answer] {
    let columns = flat.count / centers.count
    guard matrix.columnCount == columns else {
      throw .columnCountDiffers(expected: columns, found: matrix.columnCount)
    }
    let points = PaddedColumns(columns: matrix.columns)
    return Parallel.blocks(of: matrix.rowCount, size: 8_192) { rows in
      let pair = points.twoNearest(rows, of: flat)
      return pair.labels.indices.map { row in
        Answer(
          cluster: clusters[Int(pair.labels[row])],
          distance: pair.first[row].squareRoot(),
          distanceToNext: pair.second[row].squareRoot(),
        )
      }
    }
  }
}
