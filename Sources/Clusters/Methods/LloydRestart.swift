/// One attempt of k-means: steps from seeds or given centers until no row moves.
struct LloydRestart: Sendable {
  /// The centers, one after another.
  private(set) var centers: [Double]
  private(set) var inertia = 0.0
  private(set) var iterations = 0

  /// Starts from seeds drawn by chance.
  init(
    on tree: KDTree,
    count: Int,
    generator: SeededGenerator,
    maximumIterations: Int,
  ) {
    let points = tree.points
    var generator = generator
    let seeds = CenterSeeding.centers(on: points, count: count, using: &generator)
    self.init(on: tree, from: seeds, maximumIterations: maximumIterations)
  }

  /// Starts from given centers, one after another.
  init(on tree: KDTree, from centers: [Double], maximumIterations: Int) {
    let points = tree.points
    self.centers = centers
    var steps = FilteredSteps(on: tree, count: centers.count / points.columnCount)
    while iterations < maximumIterations {
      iterations += 1
      if steps.assign(to: self.centers) == 0 { break }
      moveCenters(steps.state, on: points)
    }
    inertia = points.twoNearest(0..<points.rowCount, of: self.centers).first.reduce(0, +)
  }

  private mutating func moveCenters(_ state: Assignment, on points: PaddedColumns) {
    let columns = points.columnCount
    for (cluster, size) in state.sizes.enumerated() where size > 0 {
      for at in cluster * columns..<(cluster + 1) * columns {
        centers[at] = state.sums[at] / Double(size)
      }
    }
    for (cluster, size) in state.sizes.enumerated() where size == 0 {
      mend(cluster, on: points)
    }
  }

  /// Gives an empty cluster the row that is farthest from its center; ties: the first row.
  private mutating func mend(_ cluster: Int, on points: PaddedColumns) {
    let distances = points.twoNearest(0..<points.rowCount, of: centers).first
    var farthest = 0
    for (row, distance) in distances.enumerated() where distance > distances[farthest] {
      farthest = row
    }
    for (column, value) in points.row(farthest).enumerated() {
      centers[cluster * points.columnCount + column] = value
    }
  }
}
