import Foundation
import GRDB

extension Store {
  /// A ledger as it was after so many deliveries.
  package struct Checkpoint: Equatable, Sendable {
    package var deliveries: Int
    package var seconds: Int64
  }

  /// Keeps a dataset's ledger as it is now, so that a replay can begin here when older files are gone.
  package func makeCheckpoint(of dataset: String, seconds: Int64) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO checkpoint_part (dataset, deliveries, atSeconds, name, bytes, sha256)
          SELECT dataset, (SELECT max(acceptance) FROM delivery WHERE dataset = ?1), ?2, name, bytes,
            sha256 FROM ledger_part WHERE dataset = ?1
          """,
        arguments: [dataset, seconds],
      )
    }
  }

  /// The checkpoints of a dataset, oldest first.
  package func checkpoints(of dataset: String) throws(StoreError) -> [Checkpoint] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT deliveries, min(atSeconds) AS atSeconds FROM checkpoint_part WHERE dataset = ?
          GROUP BY deliveries ORDER BY deliveries
          """,
        arguments: [dataset],
      ).map { Checkpoint(deliveries: $0["deliveries"], seconds: $0["atSeconds"]) }
    }
  }

  /// Removes checkpoints that are of no use any more, or that must not know somebody.
  package func dropCheckpoints(
    of dataset: String,
    before deliveries: Int,
  ) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM checkpoint_part WHERE dataset = ? AND deliveries < ?",
        arguments: [dataset, deliveries],
      )
    }
  }
}
