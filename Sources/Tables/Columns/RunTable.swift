/// A table whose rows come in runs: rows that follow each other and say the same in some columns.
///
/// The lines of an order are such a run: what they have in common is read and kept once.
package struct RunTable: Sendable {
  /// One row for each run, with the columns that say the same in all its rows.
  package let heads: Table
  /// Every row, with the other columns.
  package let rows: Table
  /// The first row of each run, ascending; `nil` where every row is a run of its own.
  private let starts: [Int]?

  /// Makes a table of its runs and its rows.
  init(heads: Table, rows: Table, starts: [Int]) {
    precondition(starts.count == heads.rowCount, "Every run needs a head.")
    (self.heads, self.rows, self.starts) = (heads, rows, starts)
  }

  /// Makes a table in which every row is a run of its own.
  init(heads: Table, rows: Table) {
    precondition(heads.rowCount == rows.rowCount, "Every row needs a head.")
    (self.heads, self.rows, starts) = (heads, rows, nil)
  }

  /// Makes a table in which every row is a run of its own, and has all columns.
  package init(_ table: Table) {
    self.init(heads: table, rows: table)
  }

  /// How many runs there are.
  package var runCount: Int { heads.rowCount }

  /// The rows of a run.
  @inline(__always)
  package func rows(of run: Int) -> Range<Int> {
    guard let starts else { return run..<run + 1 }
    return starts[run]..<(run + 1 < starts.count ? starts[run + 1] : rows.rowCount)
  }
}
