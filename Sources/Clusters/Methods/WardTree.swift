/// All merges of Ward's method on all rows: made once, then cut into any number of clusters.
///
/// At each step the two clusters are joined that make the sum of squared distances to the
/// clusters' means grow least. Exact. Memory grows with the number of rows, not with its square.
package struct WardTree: Sendable {
  package let rowCount: Int
  /// How many rows differ from each other: there are never more clusters than that.
  package let distinctRowCount: Int
  /// The merges of distinct rows, cheapest first, halves before wholes.
  let merges: [WardLinkage.Merge]
  /// The height of each merge.
  private let heights: [Double]
  private let rows: DistinctRows
  private let matrix: OrderedMatrix

  /// Joins the rows of a matrix; for several methods on one matrix, order it once yourself.
  package init(of matrix: Matrix) throws(ClusterError) {
    try self.init(of: OrderedMatrix(matrix))
  }

  /// Joins the rows of an ordered matrix.
  ///
  /// Cost: about three searches in a tree of centers for each distinct row.
  package init(of matrix: OrderedMatrix) throws(ClusterError) {
    guard matrix.rowCount > 0 else { throw .noRows }
    let rows = DistinctRows(of: matrix)
    var merges = WardLinkage(of: rows).merges
    var reached = [Double](repeating: 0, count: rows.sizes.count)
    for at in merges.indices {
      // Rounding must not put a whole below its halves: they could not be cut apart then.
      let (kept, gone) = (Int(merges[at].kept), Int(merges[at].gone))
      merges[at].cost = max(merges[at].cost, max(reached[kept], reached[gone]))
      reached[kept] = merges[at].cost
    }
    let order = Radix.order(of: merges.map(\.cost))
    let sorted = order.map { merges[Int($0)] }
    self.merges = sorted
    heights = sorted.map { (2 * $0.cost).squareRoot() / rows.factor }
    rowCount = matrix.rowCount
    distinctRowCount = rows.sizes.count
    self.rows = rows
    self.matrix = matrix
  }

  /// The clusters that are left when k of them are.
  ///
  /// Equal rows are never parted: with fewer distinct rows than k each of them is a cluster.
  package func partition(k: Int) throws(ClusterError) -> Partition {
    guard k >= 1 else { throw .clusterCountOutOfRange(k) }
    let labels = labels(afterMerges: max(0, distinctRowCount - k))
    return Partition(treeLabels: rows.numbers.map { labels[Int($0)] }, on: matrix)
  }

  /// The heights of the last merges, lowest first; equal rows join at height 0.
  ///
  /// A height is √(2·a·b/(a + b)) times the distance of the means of clusters of a and b rows, as
  /// in SciPy: for two single rows it is their distance. There is one merge fewer than rows.
  package func heights(last count: Int) -> [Double] {
    let wanted = max(0, min(count, rowCount - 1))
    let zeros = [Double](repeating: 0, count: max(0, wanted - heights.count))
    return zeros + heights.suffix(wanted)
  }

  /// The sum of squared distances of all rows to their clusters' means when k clusters are left.
  package func inertia(k: Int) throws(ClusterError) -> Double {
    guard k >= 1 else { throw .clusterCountOutOfRange(k) }
    let grown = heights.prefix(max(0, distinctRowCount - k)).reduce(0) { $0 + $1 * $1 }
    return grown / 2
  }

  /// The last merges, for drawing.
  package func dendrogram(last count: Int) -> Dendrogram {
    let wanted = max(0, min(count, merges.count))
    let labels = labels(afterMerges: merges.count - wanted)
    var counts = [Int](repeating: 0, count: distinctRowCount)
    for (row, label) in labels.enumerated() { counts[Int(label)] += Int(rows.sizes[row]) }
    return Dendrogram(
      merges: Array(merges.suffix(wanted)),
      heights: Array(heights.suffix(wanted)),
      counts: counts
    )
  }

  /// The name of the cluster of each distinct row after so many merges.
  private func labels(afterMerges count: Int) -> [Int32] {
    var labels = (0..<Int32(distinctRowCount)).map { $0 }
    // A cluster goes on under its lowest name, so the way up is known before the row is met.
    for merge in merges.prefix(count) { labels[Int(merge.gone)] = merge.kept }
    for row in labels.indices { labels[row] = labels[Int(labels[row])] }
    return labels
  }
}
