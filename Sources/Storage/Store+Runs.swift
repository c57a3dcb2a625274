import Foundation
import GRDB
package import Segments

extension Store {
  /// Accepts a run: its deliveries, its ledger and its report, all of them or, on any failure,
  /// nothing.
  ///
  /// Deliveries are numbered in the order given, after those the dataset has. A run that is known
  /// already is left as it is.
  package func finish(
    _ run: RunRecord,
    ledger: [LedgerChunk],
    accepted deliveries: [DeliveryRecord],
  ) throws(StoreError) {
    try write { database in
      try Self.insert(database, run)
      try replace(database, run.dataset, ledger)
      var acceptance =
        try Int.fetchOne(
          database,
          sql: "SELECT max(acceptance) FROM delivery WHERE dataset = ?",
          arguments: [run.dataset],
        ) ?? 0
      for delivery in deliveries {
        acceptance += 1
        try Self.insert(database, delivery)
        try database.execute(
          sql: """
            UPDATE delivery SET state = 'accepted', run = ?, acceptance = ?, answeredSeconds = ?,
              isBeingRead = 0 WHERE token = ?
            """,
          arguments: [run.name, acceptance, run.createdSeconds, delivery.token],
        )
      }
    }
  }

  /// The ledger of a dataset as it was last kept; empty for a new dataset.
  package func ledger(of dataset: String) throws(StoreError) -> [LedgerChunk] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT name, bytes, sha256 FROM ledger_chunk WHERE dataset = ? ORDER BY ord",
        arguments: [dataset],
      ).map { row in
        let bytes = Array(row["bytes"] as Data)
        guard Array(row["sha256"] as Data) == digest(bytes) else {
          throw StoreError.changedBytes(path: path, dataset: dataset)
        }
        return LedgerChunk(name: row["name"], bytes: bytes)
      }
    }
  }

  /// The newest runs first, of one dataset or of all.
  package func runs(of dataset: String? = nil, atMost count: Int) throws(StoreError) -> [RunRecord]
  {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM run WHERE ?1 IS NULL OR dataset = ?1 ORDER BY n DESC LIMIT ?2",
        arguments: [dataset, count],
      ).map(Self.run)
    }
  }

  /// The answers of the last files, newest first.
  package func answers(
    _ state: DeliveryRecord.State,
    atMost count: Int,
  ) throws(StoreError) -> [DeliveryRecord] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM delivery WHERE state = ? ORDER BY answeredSeconds DESC, n DESC LIMIT ?",
        arguments: [state.rawValue, count],
      ).map(Self.delivery)
    }
  }

  /// How many deliveries are in each state.
  package func counts() throws(StoreError) -> [String: Int] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT state, count(*) AS n FROM delivery GROUP BY state"
      )
      return Dictionary(rows.map { ($0["state"], $0["n"]) }, uniquingKeysWith: { $0 + $1 })
    }
  }

  /// The names of all datasets that have a run.
  package func datasets() throws(StoreError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT DISTINCT dataset FROM run ORDER BY dataset") }
  }

  private static func insert(_ database: Database, _ run: RunRecord) throws {
    try database.execute(
      sql: """
        INSERT INTO run (name, dataset, asOf, deliveries, engine, recipe, report, createdSeconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (dataset, name) DO NOTHING
        """,
      arguments: [
        run.name, run.dataset, run.asOf, run.deliveries, run.engine, Data(run.recipe),
        Data(run.report), run.createdSeconds,
      ],
    )
  }

  private func replace(
    _ database: Database,
    _ dataset: String,
    _ ledger: [LedgerChunk],
  ) throws {
    let known = try Row.fetchAll(
      database,
      sql: "SELECT ord, name, sha256 FROM ledger_chunk WHERE dataset = ? ORDER BY ord",
      arguments: [dataset],
    )
    for (ord, chunk) in ledger.enumerated() {
      let digest = Data(self.digest(chunk.bytes))
      // A chunk that is the same as before is not written again: most of a ledger does not change.
      if ord < known.count, known[ord]["name"] == chunk.name, known[ord]["sha256"] == digest {
        continue
      }
      try database.execute(
        sql: "DELETE FROM ledger_chunk WHERE dataset = ? AND (ord = ? OR name = ?)",
        arguments: [dataset, ord, chunk.name],
      )
      try database.execute(
        sql: "INSERT INTO ledger_chunk (dataset, ord, name, bytes, sha256) VALUES (?, ?, ?, ?, ?)",
        arguments: [dataset, ord, chunk.name, Data(chunk.bytes), digest],
      )
    }
    try database.execute(
      sql: "DELETE FROM ledger_chunk WHERE dataset = ? AND ord >= ?",
      arguments: [dataset, ledger.count],
    )
  }

  private static func run(_ row: Row) -> RunRecord {
    RunRecord(
      name: row["name"],
      dataset: row["dataset"],
      asOf: row["asOf"],
      deliveries: row["deliveries"],
      engine: row["engine"],
      recipe: Array(row["recipe"] as Data),
      report: Array(row["report"] as Data),
      createdSeconds: row["createdSeconds"],
    )
  }
}
