import Segments

/// The migration matrix without rows and columns that nobody is in.
struct MoveTable {
  let from: [SegmentReport.Place]
  let to: [SegmentReport.Place]
  let counts: [[Int]]
  let values: [[Double]]?

  /// The table of a migration; nil when its parts do not fit each other, or nobody is in it.
  init?(_ migration: SegmentReport.Migration) {
    let counts = migration.counts
    let isSound =
      counts.count == migration.from.count
      && counts.allSatisfy { $0.count == migration.to.count }
    guard isSound else { return nil }
    let rows = counts.indices.filter { counts[$0].contains { $0 > 0 } }
    let columns = migration.to.indices.filter { column in counts.contains { $0[column] > 0 } }
    guard !rows.isEmpty else { return nil }
    from = rows.map { migration.from[$0] }
    to = columns.map { migration.to[$0] }
    self.counts = rows.map { row in columns.map { counts[row][$0] } }
    values = migration.value.flatMap { value in
      guard value.count == counts.count, value.allSatisfy({ $0.count == migration.to.count }) else {
        return nil
      }
      return rows.map { row in columns.map { value[row][$0] } }
    }
  }

  /// Whether a cell holds customers who did not move.
  func isStay(_ row: Int, _ column: Int) -> Bool {
    from[row].kind == to[column].kind && from[row].id == to[column].id
  }

  /// Whether nobody moved, came or left.
  var isStill: Bool {
    counts.indices.allSatisfy { row in
      counts[row].indices.allSatisfy { isStay(row, $0) || counts[row][$0] == 0 }
    }
  }
}
