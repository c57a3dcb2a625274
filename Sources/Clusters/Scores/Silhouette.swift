/// How much nearer each row is to its own cluster than to the next one.
package enum Silhouette {
  /// The most memory that sums of distances may take at once, in bytes.
  static let memoryBudgetBytes = 32 << 20

  /// The silhouette of every row in every partition, exact, from one look at each pair of rows.
  ///
  /// Answers an array per partition, rows in the caller's order, from −1 to 1. Noise rows score 0
  /// and are nobody's neighbor; so do rows alone in their cluster and all rows where there are
  /// fewer than two clusters. Cost: a square root per pair of rows, whatever the number of
  /// partitions, as long as rows × clusters of all partitions together fit the memory budget;
  /// beyond it the partitions are taken in several passes.
  package static func samples(of partitions: [Partition], on matrix: Matrix) -> [[Double]] {
    samples(of: partitions, on: OrderedMatrix(matrix))
  }

  /// The same on a matrix that was ordered before.
  package static func samples(of partitions: [Partition], on matrix: OrderedMatrix) -> [[Double]] {
    for partition in partitions {
      precondition(
        partition.labels.count == matrix.rowCount,
        "a partition is scored on the rows it was made of"
      )
    }
    var results = [[Double]](
      repeating: [Double](repeating: 0, count: matrix.rowCount),
      count: partitions.count,
    )
    let scored = partitions.indices.filter { partitions[$0].clusterCount > 1 }
    for batch in batches(of: scored, in: partitions, rows: matrix.rowCount) {
      let joint = JointRuns(of: batch.map { partitions[$0] }, on: matrix)
      let values = PairPass(over: joint).silhouettes()
      for (slot, index) in batch.enumerated() {
        for (place, row) in joint.rows.enumerated() {
          results[index][Int(row)] = values[slot][place]
        }
      }
    }
    return results
  }

  /// Splits the partitions so that the sums of each part fit the memory budget.
  private static func batches(of indices: [Int], in partitions: [Partition], rows: Int) -> [[Int]] {
    let room = memoryBudgetBytes / 8 / max(1, rows)
    var batches: [[Int]] = []
    var clusters = 0
    for index in indices {
      let count = partitions[index].clusterCount
      if batches.isEmpty || clusters + count > room {
        batches.append([])
        clusters = 0
      }
      batches[batches.count - 1].append(index)
      clusters += count
    }
    return batches
  }
}
