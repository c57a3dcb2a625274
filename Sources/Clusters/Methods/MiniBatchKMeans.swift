/// k-means for very many rows: centers follow small draws of rows instead of all of them.
///
/// Each step draws a batch, gives its rows to the nearest centers, and moves each center towards
/// its rows, the less the more rows it has seen (Sculley, 2010). It ends when batches stop getting
/// better; then all rows take part in one exact step. The best of several starts counts.
package struct MiniBatchKMeans: Sendable, Equatable {
  package var k: Int
  package var seed: UInt64
  /// How many rows a step draws.
  package var batchSize: Int
  /// How many times it starts anew.
  package var starts: Int
  /// After how many steps without a better batch a start ends.
  package var patience: Int
  /// The most steps of a start.
  package var maximumSteps: Int

  package init(
    k: Int,
    seed: UInt64 = 0,
    batchSize: Int = 4_096,
    starts: Int = 8,
    patience: Int = 10,
    maximumSteps: Int = 300,
  ) {
    self.k = k
    self.seed = seed
    self.batchSize = batchSize
    self.starts = starts
    self.patience = patience
    self.maximumSteps = maximumSteps
  }

  /// Clusters the rows of a matrix; for several fits of one matrix, order it once yourself.
  package func fit(_ matrix: Matrix) throws(ClusterError) -> MiniBatchKMeansFit {
    try fit(OrderedMatrix(matrix))
  }

  /// Clusters the rows of an ordered matrix.
  package func fit(_ matrix: OrderedMatrix) throws(ClusterError) -> MiniBatchKMeansFit {
    guard matrix.rowCount > 0 else { throw .noRows }
    guard k >= 1 else { throw .clusterCountOutOfRange(k) }
    guard starts >= 1 else { throw .startsOutOfRange(starts) }
    guard batchSize >= 1 else { throw .batchSizeOutOfRange(batchSize) }
    let count = min(k, matrix.distinctRowCount)
    // A batch should hold some rows of every cluster.
    let size = min(matrix.rowCount, max(batchSize, 16 * count))
    var judges = SeededGenerator.derived(from: seed, tag: "minibatch-judges", k)
    let judging = matrix.points.drawn(3 * size, using: &judges)
    let runs = Parallel.map(count == 1 ? 1 : starts) { start in
      MiniBatchRun(
        on: matrix.points,
        count: count,
        method: self,
        batchSize: size,
        generator: .derived(from: seed, tag: "minibatch", k, start),
      )
    }
    var best: (loss: Double, run: MiniBatchRun)?
    for run in runs {
      let nearest = judging.twoNearest(0..<judging.rowCount, of: run.centers)
      let loss = nearest.first.reduce(0, +)
      if loss < best?.loss ?? .infinity || best == nil { best = (loss, run) }
    }
    guard let best else { preconditionFailure("mini-batch k-means starts at least once") }
    return MiniBatchKMeansFit(best.run, on: matrix)
  }
}

extension PaddedColumns {
  /// Rows drawn by chance, one from each of so many equal stretches; all where there are no more.
  ///
  /// Neighbors stand together, so a draw from every stretch is a draw from everywhere in space:
  /// draws differ less from each other than if each row were drawn from all.
  func drawn(_ count: Int, using generator: inout SeededGenerator) -> PaddedColumns {
    guard rowCount > count else { return self }
    let stretch = Double(rowCount) / Double(count)
    let rows = (0..<count).map { number in
      min(rowCount - 1, Int((Double(number) + generator.nextUnit()) * stretch))
    }
    return PaddedColumns(
      columns: (0..<columnCount).map { column in rows.map { value($0, column) } }
    )
  }
}
