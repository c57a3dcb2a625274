import CKernels

/// Points as the C loops want them: column by column, with spare places behind each column.
///
/// Calls of C on points stand in this file. The loops read up to `KERNEL_PADDING` places beyond the rows
/// they are given, which the spare places allow, and write only where said below.
struct PaddedColumns: Sendable {
  let rowCount: Int
  let columnCount: Int
  let stride: Int
  let values: [Double]

  init(columns: [[Double]]) {
    rowCount = columns.first?.count ?? 0
    columnCount = columns.count
    stride = rowCount + Int(KERNEL_PADDING)
    var values: [Double] = []
    values.reserveCapacity(stride * columns.count)
    for column in columns {
      values += column
      values += repeatElement(0, count: Int(KERNEL_PADDING))
    }
    self.values = values
  }

  /// One value.
  func value(_ row: Int, _ column: Int) -> Double { values[column * stride + row] }

  /// One row, written over an array of as many values.
  func copyRow(_ row: Int, into point: inout [Double]) {
    for column in 0..<columnCount { point[column] = values[column * stride + row] }
  }

  /// One row.
  func row(_ row: Int) -> [Double] {
    (0..<columnCount).map { values[$0 * stride + row] }
  }

  /// Some rows, column by column.
  func columns(of rows: [Int]) -> [[Double]] {
    (0..<columnCount).map { column in rows.map { values[column * stride + $0] } }
  }

  /// So many rows, evenly spaced; all where there are no more.
  func thinned(to count: Int) -> PaddedColumns {
    guard rowCount > count else { return self }
    return PaddedColumns(columns: columns(of: (0..<count).map { $0 * rowCount / count }))
  }

  /// Squared distances from some rows to a point; `distances` has room for four more than the rows.
  func squaredDistances(
    _ rows: Range<Int>,
    to point: [Double],
    into distances: inout [Double],
  ) {
    precondition(rows.upperBound <= rowCount && distances.count >= rows.count + 3)
    precondition(point.count == columnCount)
    unsafe kernel_squared_distances(
      values,
      stride,
      rows.lowerBound,
      rows.count,
      columnCount,
      point,
      &distances
    )
  }

  /// Moves every row to its nearest center and answers how many moved.
  func assign(to centers: [Double], _ state: inout Assignment) -> Int {
    let count = state.sizes.count
    precondition(centers.count == count * columnCount && state.sums.count == centers.count)
    precondition(state.labels.count == rowCount)
    return unsafe kernel_assign(
      values,
      stride,
      rowCount,
      columnCount,
      centers,
      count,
      &state.labels,
      &state.sums,
      &state.sizes
    )
  }

  /// The nearest and second nearest of the centers (row after row in one array) for some rows.
  func twoNearest(_ rows: Range<Int>, of centers: [Double]) -> NearestPair {
    precondition(rows.upperBound <= rowCount)
    var pair = NearestPair(count: rows.count)
    guard !rows.isEmpty else { return pair }
    unsafe kernel_two_nearest(
      values,
      stride,
      rows.lowerBound,
      rows.count,
      columnCount,
      centers,
      centers.count / columnCount,
      &pair.labels,
      &pair.first,
      &pair.second
    )
    return pair
  }

  /// The sum of squared distances to the nearest seed if the point became a seed too.
  func potential(of point: [Double], closest: [Double]) -> Double {
    precondition(closest.count == rowCount && point.count == columnCount)
    return unsafe kernel_potential(values, stride, 0, rowCount, columnCount, point, closest)
  }

  /// Makes the point a seed: lowers the squared distances and answers their sum.
  func lower(_ closest: inout [Double], by point: [Double]) -> Double {
    precondition(closest.count == rowCount && point.count == columnCount)
    return unsafe kernel_lower_potential(
      values,
      stride,
      0,
      rowCount,
      columnCount,
      point,
      &closest
    )
  }

  /// Adds the distances between two runs of rows to a sum per row of each.
  ///
  /// `rowSums` has a place per row of `a`; the sums of `b` begin at `offset` and `columnSums` has
  /// eight places more than they need.
  func addPairSums(
    _ a: Range<Int>,
    _ b: Range<Int>,
    magic: Double,
    rowSums: inout [Double],
    columnSums: inout [Double],
    offset: Int,
  ) {
    precondition(offset >= 0 && columnSums.count >= offset + b.count + Int(KERNEL_PADDING))
    unsafe addSums(a, b, magic, &rowSums, &columnSums, offset)
  }

  /// Adds the distances from each row of one run to all of another, for the first run only.
  func addRowSums(_ a: Range<Int>, _ b: Range<Int>, magic: Double, rowSums: inout [Double]) {
    unsafe addSums(a, b, magic, &rowSums, nil, 0)
  }

  private func addSums(
    _ a: Range<Int>,
    _ b: Range<Int>,
    _ magic: Double,
    _ rowSums: inout [Double],
    _ columnSums: UnsafeMutablePointer<Double>?,
    _ offset: Int,
  ) {
    precondition(a.upperBound <= rowCount && b.upperBound <= rowCount)
    precondition(rowSums.count >= a.count)
    unsafe kernel_pair_sums(
      values,
      stride,
      columnCount,
      a.lowerBound,
      a.upperBound,
      b.lowerBound,
      b.upperBound,
      magic,
      &rowSums,
      columnSums,
      offset
    )
  }
}

extension [Double] {
  /// Adds a stretch of another array to a stretch of this one.
  mutating func add(_ other: [Double], from start: Int, count: Int, at offset: Int) {
    precondition(start >= 0 && offset >= 0 && count >= 0)
    precondition(start + count <= other.count && offset + count <= self.count)
    unsafe kernel_add(&self, offset, other, start, count)
  }
}
