/// A table of finite numbers, kept column by column.
///
/// Every value is finite and at most 1e150 in size, so that squared distances stay finite;
/// −0 becomes 0, so that equal rows are equal bit for bit. It may have no rows, but it has a column.
package struct Matrix: Sendable, Equatable {
  /// The most rows a matrix can have, because rows are numbered with 32 bits.
  package static let maximumRowCount = Int(Int32.max) / 2

  /// The largest size of a value.
  static let greatestMagnitude = 1e150

  package let rowCount: Int
  package let columnCount: Int
  /// Value `column` of row `row` stands at `column * rowCount + row`.
  let values: [Double]

  /// Checks the columns and keeps them; the first offending value is named in the error.
  package init(columns: [[Double]]) throws(ClusterError) {
    guard let first = columns.first else { throw .noColumns }
    guard first.count <= Self.maximumRowCount else { throw .tooManyRows(first.count) }
    var values: [Double] = []
    values.reserveCapacity(first.count * columns.count)
    for (column, numbers) in columns.enumerated() {
      guard numbers.count == first.count else {
        throw .unevenColumns(column: column, expected: first.count, found: numbers.count)
      }
      for (row, value) in numbers.enumerated() {
        guard value.isFinite else { throw .valueNotFinite(row: row, column: column) }
        guard value.magnitude <= Self.greatestMagnitude else {
          throw .valueTooLarge(row: row, column: column)
        }
        values.append(value + 0)
      }
    }
    rowCount = first.count
    columnCount = columns.count
    self.values = values
  }

  /// Trusts values that were computed from a checked matrix.
  init(trusted values: [Double], rowCount: Int, columnCount: Int) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.values = values
  }

  /// The columns as separate arrays; a copy.
  package var columns: [[Double]] {
    (0..<columnCount).map(column)
  }

  /// The values of one column; a copy.
  package func column(_ column: Int) -> [Double] {
    Array(values[column * rowCount..<(column + 1) * rowCount])
  }

  /// The values of one row; for a few rows, not for loops over all of them.
  package func row(_ row: Int) -> [Double] {
    (0..<columnCount).map { values[$0 * rowCount + row] }
  }
}
