/// One start of mini-batch k-means.
struct MiniBatchRun: Sendable {
  /// How much of the running mean of losses the newest batch is.
  private static let weight = 0.2
  /// The running mean must fall by more, relative to its best, to count as better.
  private static let tolerance = 1e-4

  /// The centers, one after another.
  private(set) var centers: [Double]
  private(set) var steps = 0
  /// How many drawn rows each center has followed.
  private var seen: [Int]

  init(
    on points: PaddedColumns,
    count: Int,
    method: MiniBatchKMeans,
    batchSize: Int,
    generator: SeededGenerator,
  ) {
    var generator = generator
    let first = points.drawn(3 * batchSize, using: &generator)
    centers = CenterSeeding.centers(on: first, count: count, using: &generator)
    seen = [Int](repeating: 0, count: count)
    var smooth: Double?
    var least = Double.infinity
    var waited = 0
    while steps < method.maximumSteps, waited < method.patience {
      steps += 1
      let batch = points.drawn(batchSize, using: &generator)
      let loss = follow(batch) / Double(batch.rowCount)
      // Losses of batches jump; a running mean does not.
      let mean = smooth.map { $0 + (loss - $0) * Self.weight } ?? loss
      smooth = mean
      waited = mean < least * (1 - Self.tolerance) ? 0 : waited + 1
      least = min(least, mean)
    }
  }

  /// Moves the centers towards the rows of a batch; answers the loss before.
  private mutating func follow(_ batch: PaddedColumns) -> Double {
    let columns = batch.columnCount
    let nearest = batch.twoNearest(0..<batch.rowCount, of: centers)
    let groups = ClusterMeans(of: nearest.labels, on: batch)
    for (cluster, size) in groups.sizes.enumerated() where size > 0 {
      seen[cluster] += size
      let share = Double(size) / Double(seen[cluster])
      for column in 0..<columns {
        let center = centers[cluster * columns + column]
        centers[cluster * columns + column] += (groups.means[cluster][column] - center) * share
      }
    }
    mendUnseen(batch, nearest)
    return nearest.first.reduce(0, +)
  }

  /// Gives the first center that no row ever chose the row that is farthest from all.
  private mutating func mendUnseen(_ batch: PaddedColumns, _ nearest: NearestPair) {
    guard let lonely = seen.firstIndex(of: 0) else { return }
    var farthest = 0
    for (row, distance) in nearest.first.enumerated() where distance > nearest.first[farthest] {
      farthest = row
    }
    for (column, value) in batch.row(farthest).enumerated() {
      centers[lonely * batch.columnCount + column] = value
    }
  }
}
