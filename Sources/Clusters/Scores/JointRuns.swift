/// The rows ordered so that rows with the same cluster in every partition stand together.
///
/// Such a stretch is a *run*. Distances need to be added up per run only, not per partition.
/// Rows that are noise everywhere are left out.
struct JointRuns: Sendable {
  /// The caller's row at each place.
  let rows: [Int32]
  /// The rows in the order of places, scaled by a power of two so that no distance reaches 1.
  let points: PaddedColumns
  /// The places of each run.
  let runs: [Range<Int>]
  /// For each run and partition, the cluster, counted through all partitions; −1 for noise.
  let clusters: [[Int32]]
  /// For each partition, where its clusters begin in that count; and the end of all.
  let offsets: [Int]
  /// The size of every cluster of every partition.
  let sizes: [Int]
  /// Whether neighbors are not vanishingly near compared with the extent of all rows.
  let isEven: Bool

  init(of partitions: [Partition], on matrix: OrderedMatrix) {
    var offsets = [0]
    for partition in partitions {
      offsets.append(offsets[offsets.count - 1] + partition.clusterCount)
    }
    let joint = Self.jointLabels(of: partitions, rows: matrix.rowCount)
    let callersRows = matrix.callersRows
    // Tree order within a run keeps neighbors together in memory.
    let order = Self.order(by: joint, from: callersRows) { row in
      partitions.contains { $0.labels[row] >= 0 }
    }
    var runs: [Range<Int>] = []
    var start = 0
    for place in 1..<max(1, order.count) + 1 where place <= order.count {
      if place == order.count || joint[order[place].row] != joint[order[start].row] {
        runs.append(start..<place)
        start = place
      }
    }
    clusters = runs.map { run in
      partitions.indices.map { index in
        let label = partitions[index].labels[order[run.lowerBound].row]
        return label < 0 ? -1 : label + Int32(offsets[index])
      }
    }
    let factor = Self.scale(of: matrix.tree)
    points = PaddedColumns(
      columns: (0..<matrix.columnCount).map { column in
        order.map { matrix.points.value($0.place, column) * factor }
      }
    )
    rows = order.map { Int32($0.row) }
    self.runs = runs
    self.offsets = offsets
    sizes = partitions.flatMap(\.sizes)
    isEven = Self.isEven(matrix.tree)
  }

  /// A number per row that is the same for two rows exactly if they share all clusters.
  private static func jointLabels(of partitions: [Partition], rows: Int) -> [Int32] {
    var joint = [Int32](repeating: 0, count: rows)
    var count = 1
    for partition in partitions {
      let width = partition.clusterCount + 1
      var present = [Bool](repeating: false, count: count * width)
      let wide = joint.indices.map { Int(joint[$0]) * width + Int(partition.labels[$0] + 1) }
      for label in wide { present[label] = true }
      var renamed = [Int32](repeating: 0, count: count * width)
      count = 0
      for label in renamed.indices where present[label] {
        renamed[label] = Int32(count)
        count += 1
      }
      joint = wide.map { renamed[$0] }
    }
    return joint
  }

  /// Caller's rows with their tree places, by joint label.
  private static func order(
    by joint: [Int32],
    from callersRows: [Int],
    keeping isKept: (Int) -> Bool,
  ) -> [(row: Int, place: Int)] {
    var starts = [Int](repeating: 0, count: Int(joint.max() ?? 0) + 2)
    let kept = callersRows.enumerated().filter { isKept($0.element) }
    for (_, row) in kept { starts[Int(joint[row]) + 1] += 1 }
    for label in 1..<starts.count { starts[label] += starts[label - 1] }
    var order = [(row: Int, place: Int)](repeating: (0, 0), count: kept.count)
    for (place, row) in kept {
      let label = Int(joint[row])
      order[starts[label]] = (row, place)
      starts[label] += 1
    }
    return order
  }

  /// A power of two that brings every distance below 1 without touching any digit.
  private static func scale(of tree: KDTree) -> Double {
    let columns = tree.points.columnCount
    var extent = 0.0
    for column in 0..<columns {
      extent = max(extent, tree.boxes[column * 2 + 1] - tree.boxes[column * 2])
    }
    let bound = extent * Double(columns).squareRoot() * 1.001
    guard bound.isNormal else { return 1 }
    return Double(sign: .plus, exponent: -max(-1_000, Int(bound.exponent) + 1), significand: 1)
  }

  /// Whether the typical leaf of the tree is wider than a millionth of the whole.
  ///
  /// Leaves of equal rows say nothing and are passed over.
  private static func isEven(_ tree: KDTree) -> Bool {
    let spans = tree.leaves.map { tree.greatestDistance($0, $0) }.filter { $0 > 0 }.sorted()
    guard !spans.isEmpty else { return tree.leaves.count < 2 || tree.greatestDistance(0, 0) == 0 }
    return spans[spans.count / 2].squareRoot() > 0x1p-20 * tree.greatestDistance(0, 0).squareRoot()
  }
}
