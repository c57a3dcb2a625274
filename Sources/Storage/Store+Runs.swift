import Foundation
import GRDB
package import Segments

extension Store {
  /// Accepts a run: its deliveries, what changed in its ledger, its report and parts, all of them
  /// or, on any failure, nothing.
  ///
  /// Deliveries are numbered in the order given, after those the dataset has. A run that is known
  /// already is left as it is.
  package func finish(
    _ run: RunRecord,
    parts: [RunPart: [UInt8]] = [:],
    ledger: LedgerChanges,
    accepted deliveries: [DeliveryRecord],
  ) throws(StoreError) {
    try write { database in
      try Self.insert(database, run)
      try insert(database, parts, of: run)
      try apply(database, run.dataset, ledger)
      try Self.accept(database, deliveries, of: run.dataset, run: run.name, run.createdSeconds)
    }
  }

  /// Accepts deliveries that told nothing new: no run comes of them, but they were read.
  package func accept(
    _ deliveries: [DeliveryRecord],
    of dataset: String,
    ledger: LedgerChanges,
    seconds: Int64,
  ) throws(StoreError) {
    try write { database in
      try apply(database, dataset, ledger)
      try Self.accept(database, deliveries, of: dataset, run: nil, seconds)
    }
  }

  private static func accept(
    _ database: Database,
    _ deliveries: [DeliveryRecord],
    of dataset: String,
    run: String?,
    _ seconds: Int64,
  ) throws {
    var acceptance =
      try Int.fetchOne(
        database,
        sql: "SELECT max(acceptance) FROM delivery WHERE dataset = ?",
        arguments: [dataset],
      ) ?? 0
    for delivery in deliveries {
      acceptance += 1
      try insert(database, delivery)
      try database.execute(
        sql: """
          UPDATE delivery SET state = 'accepted', run = ?, acceptance = ?, answeredSeconds = ?,
            isBeingRead = 0, isNews = ? WHERE token = ?
          """,
        arguments: [run, acceptance, seconds, delivery.isNews, delivery.token],
      )
    }
  }

  /// The newest runs first, of one dataset or of all, without their reports.
  package func runs(of dataset: String? = nil, atMost count: Int) throws(StoreError) -> [RunRecord]
  {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT n, name, dataset, asOf, deliveries, engine, recipe, x'' AS report, createdSeconds, isKept
          FROM run WHERE ?1 IS NULL OR dataset = ?1 ORDER BY n DESC LIMIT ?2
          """,
        arguments: [dataset, count],
      ).map(Self.run)
    }
  }

  /// The names of a dataset's runs whose report and customers are kept, newest first.
  package func keptRuns(of dataset: String) throws(StoreError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: "SELECT name FROM run WHERE dataset = ? AND isKept = 1 ORDER BY n DESC",
        arguments: [dataset],
      )
    }
  }

  /// One run by its name, of one dataset or of any.
  package func run(
    named name: String,
    of dataset: String? = nil,
  ) throws(StoreError) -> RunRecord? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: "SELECT * FROM run WHERE name = ?1 AND (?2 IS NULL OR dataset = ?2) ORDER BY n DESC",
        arguments: [name, dataset],
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

  private static func run(_ row: Row) -> RunRecord {
    var run = RunRecord(
      name: row["name"],
      dataset: row["dataset"],
      asOf: row["asOf"],
      deliveries: row["deliveries"],
      engine: row["engine"],
      recipe: Array(row["recipe"] as Data),
      report: Array(row["report"] as Data),
      createdSeconds: row["createdSeconds"],
    )
    run.isKept = row["isKept"]
    return run
  }
}
