import Foundation
import GRDB

extension Store {
  /// How large the store is and what is in it.
  package struct Health: Equatable, Sendable {
    package var bytes: Int
    /// Of them, free for what comes.
    package var freeBytes: Int
    package var ledgerBytes: Int
    package var ledgerChunks: Int
    package var runs: Int
    /// The last change of its tables.
    package var schema: String
  }

  /// The size and the contents of the store; cheap.
  package func health() throws(StoreError) -> Health {
    try read { database in
      func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      let page = try number("PRAGMA page_size")
      return Health(
        bytes: try number("PRAGMA page_count") * page,
        freeBytes: try number("PRAGMA freelist_count") * page,
        ledgerBytes: try number("SELECT sum(length(bytes)) FROM ledger_part"),
        ledgerChunks: try number("SELECT count(*) FROM ledger_part"),
        runs: try number("SELECT count(*) FROM run"),
        schema: try Schema.migrator.appliedIdentifiers(database).sorted().last ?? "",
      )
    }
  }

  /// Looks at every page and every digest and names what is not as it was written; slow.
  package func faults() throws(StoreError) -> [String] {
    try read { database in
      var faults: [String] = []
      let answers = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      faults += answers.filter { $0 != "ok" }.map { "the database: \($0)" }
      let ledger = try Row.fetchCursor(
        database,
        sql: "SELECT dataset, name, bytes, sha256 FROM ledger_part ORDER BY dataset, name",
      )
      while let row = try ledger.next() {
        guard !isAsWritten(row) else { continue }
        faults.append("the ledger of \(row["dataset"] as String), part \(row["name"] as String)")
      }
      let parts = try Row.fetchCursor(
        database,
        sql: """
          SELECT run.dataset AS dataset, run.name AS name, kind, bytes, run_part.sha256 AS sha256
          FROM run_part JOIN run ON run.n = run_part.run ORDER BY run.n, kind
          """,
      )
      while let row = try parts.next() {
        guard !isAsWritten(row) else { continue }
        let run = "\(row["dataset"] as String)/\(row["name"] as String)"
        faults.append("run \(run), \(row["kind"] as String)")
      }
      return faults
    }
  }

  private func isAsWritten(_ row: Row) -> Bool {
    Array(row["sha256"] as Data) == digest(Array(row["bytes"] as Data))
  }
}
