/// The rows that differ from each other, each with the number of rows equal to it.
///
/// They are numbered in the order of their values. Many equal rows cost a method no more than one.
struct DistinctRows: Sendable {
  /// Values column by column, times `factor`.
  let columns: [[Double]]
  /// How many rows are equal to each.
  let sizes: [Double]
  /// The distinct row of each tree row.
  let numbers: [Int32]
  /// The distinct rows as they stand in space, close ones close together.
  let inSpace: [Int32]
  /// A power of two that brings every difference below 1; it touches no digit.
  let factor: Double

  init(of matrix: OrderedMatrix) {
    let points = matrix.points
    var treeRows = [Int](repeating: 0, count: matrix.rowCount)
    for (row, position) in matrix.tree.positions.enumerated() { treeRows[Int(position)] = row }
    var numbers = [Int32](repeating: 0, count: matrix.rowCount)
    var first: [Int] = []
    var sizes: [Double] = []
    first.reserveCapacity(matrix.distinctRowCount)
    for row in treeRows {
      if let known = first.last, Self.areEqual(known, row, in: points) {
        sizes[sizes.count - 1] += 1
      } else {
        first.append(row)
        sizes.append(1)
      }
      numbers[row] = Int32(first.count - 1)
    }
    var isMet = [Bool](repeating: false, count: first.count)
    var inSpace: [Int32] = []
    inSpace.reserveCapacity(first.count)
    for number in numbers where !isMet[Int(number)] {
      isMet[Int(number)] = true
      inSpace.append(number)
    }
    let factor = Self.factor(for: matrix.tree)
    columns = (0..<points.columnCount).map { column in
      first.map { points.value($0, column) * factor }
    }
    self.sizes = sizes
    self.numbers = numbers
    self.inSpace = inSpace
    self.factor = factor
  }

  private static func areEqual(_ a: Int, _ b: Int, in points: PaddedColumns) -> Bool {
    for column in 0..<points.columnCount where points.value(a, column) != points.value(b, column) {
      return false
    }
    return true
  }

  private static func factor(for tree: KDTree) -> Double {
    var extent = 0.0
    for column in 0..<tree.points.columnCount where !tree.nodes.isEmpty {
      extent = max(extent, tree.boxes[column * 2 + 1] - tree.boxes[column * 2])
    }
    guard extent.isNormal else { return 1 }
    return Double(sign: .plus, exponent: -Int(extent.exponent) - 1, significand: 1)
  }
}
