import Foundation
import GRDB

extension Store {
  /// Remembers that a run with these deliveries begins, each with one attempt more.
  ///
  /// Committed before the run starts, so that a file that kills the process is counted. Gives the
  /// records as they are now.
  package func begin(_ deliveries: [DeliveryRecord]) throws(StoreError) -> [DeliveryRecord] {
    try write { database in
      try deliveries.map { delivery in
        try database.execute(
          sql: """
            INSERT INTO delivery (token, dataset, name, isPinned, sha256, bytes, receivedDay, state, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'claimed', 1)
            ON CONFLICT (token) DO UPDATE SET attempts = attempts + 1, sha256 = excluded.sha256,
              bytes = excluded.bytes
            """,
          arguments: [
            delivery.token, delivery.dataset, Data(delivery.name), delivery.isPinned,
            delivery.sha256, delivery.bytes, delivery.receivedDay,
          ],
        )
        return try Self.delivery(database, token: delivery.token) ?? delivery
      }
    }
  }

  /// Takes back an attempt that ended in order: stopped, or waiting for space.
  package func release(tokens: [String]) throws(StoreError) {
    try write { database in
      for token in tokens {
        try database.execute(
          sql: """
            UPDATE delivery SET attempts = max(attempts - 1, 0), isBeingRead = 0
            WHERE token = ? AND state = 'claimed'
            """,
          arguments: [token],
        )
      }
    }
  }

  /// Remembers which file of a repeated attempt is being read, so that the guilty one is known.
  package func reading(token: String?) throws(StoreError) {
    try write { database in
      try database.execute(sql: "UPDATE delivery SET isBeingRead = 0 WHERE isBeingRead = 1")
      try database.execute(
        sql: "UPDATE delivery SET isBeingRead = 1 WHERE token = ?",
        arguments: [token]
      )
    }
  }

  /// Gives deliveries one more attempt, because another one was found guilty.
  package func acquit(tokens: [String]) throws(StoreError) {
    try write { database in
      for token in tokens {
        try database.execute(
          sql: "UPDATE delivery SET attempts = 1, isBeingRead = 0 WHERE token = ?",
          arguments: [token],
        )
      }
    }
  }

  /// Remembers that a file is not taken in, and why.
  package func refuse(
    _ delivery: DeliveryRecord,
    _ refusal: StoredRefusal,
    seconds: Int64,
  ) throws(StoreError) {
    try write { database in
      try Self.insert(database, delivery)
      try database.execute(
        sql: """
          UPDATE delivery SET state = 'refused', what = ?, place = ?, toDo = ?,
            answeredSeconds = ?, isBeingRead = 0 WHERE token = ?
          """,
        arguments: [refusal.what, refusal.place, refusal.toDo, seconds, delivery.token],
      )
    }
  }

  /// Leaves a receipt for a file whose bytes are part of a dataset already.
  package func receipt(
    _ delivery: DeliveryRecord,
    repeats earlier: DeliveryRecord,
    seconds: Int64,
  ) throws(StoreError) {
    try write { database in
      try Self.insert(database, delivery)
      try database.execute(
        sql: """
          UPDATE delivery SET state = 'duplicate', run = ?, answeredSeconds = ?, isBeingRead = 0
          WHERE token = ?
          """,
        arguments: [earlier.run, seconds, delivery.token],
      )
    }
  }

  /// The record of a claimed file, if there is one.
  package func delivery(token: String) throws(StoreError) -> DeliveryRecord? {
    try read { try Self.delivery($0, token: token) }
  }

  /// The accepted delivery with the same bytes that makes this one a duplicate, if there is one.
  ///
  /// A file that was not put into a dataset's folder repeats one of any dataset; one that was, only
  /// of its own.
  package func accepted(
    sha256: String,
    pinnedTo dataset: String?
  ) throws(StoreError) -> DeliveryRecord? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT * FROM delivery WHERE sha256 = ? AND state = 'accepted'
            AND (dataset = ? OR (? AND isPinned = 0)) ORDER BY n LIMIT 1
          """,
        arguments: [sha256, dataset, dataset == nil],
      )
      return row.map(Self.delivery)
    }
  }

  /// The hashes of a dataset's accepted deliveries in the order of acceptance.
  package func acceptedHashes(of dataset: String) throws(StoreError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql:
          "SELECT sha256 FROM delivery WHERE dataset = ? AND state = 'accepted' ORDER BY acceptance",
        arguments: [dataset],
      )
    }
  }

  /// A dataset's accepted deliveries in the order of acceptance.
  package func accepted(of dataset: String) throws(StoreError) -> [DeliveryRecord] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM delivery WHERE dataset = ? AND state = 'accepted' ORDER BY acceptance",
        arguments: [dataset],
      ).map(Self.delivery)
    }
  }

  /// Remembers that what is kept of these bytes has another hash now, because somebody was erased.
  package func rewritten(sha256: String, as kept: String) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "UPDATE delivery SET keptSha256 = ? WHERE sha256 = ?",
        arguments: [kept, sha256],
      )
    }
  }

  static func insert(_ database: Database, _ delivery: DeliveryRecord) throws {
    try database.execute(
      sql: """
        INSERT INTO delivery (token, dataset, name, isPinned, sha256, bytes, receivedDay, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'claimed') ON CONFLICT (token) DO NOTHING
        """,
      arguments: [
        delivery.token, delivery.dataset, Data(delivery.name), delivery.isPinned,
        delivery.sha256, delivery.bytes, delivery.receivedDay,
      ],
    )
  }

  static func delivery(_ database: Database, token: String) throws -> DeliveryRecord? {
    try Row.fetchOne(
      database,
      sql: "SELECT * FROM delivery WHERE token = ?",
      arguments: [token],
    ).map(delivery)
  }

  static func delivery(_ row: Row) -> DeliveryRecord {
    var record = DeliveryRecord(
      token: row["token"],
      dataset: row["dataset"],
      name: Array(row["name"] as Data),
      isPinned: row["isPinned"],
      sha256: row["sha256"],
      bytes: row["bytes"],
      receivedDay: row["receivedDay"],
    )
    record.state = DeliveryRecord.State(rawValue: row["state"]) ?? .claimed
    record.attempts = row["attempts"]
    record.isBeingRead = row["isBeingRead"]
    record.run = row["run"]
    record.acceptance = row["acceptance"]
    record.isNews = row["isNews"]
    record.keptSha256 = row["keptSha256"]
    record.answeredSeconds = row["answeredSeconds"]
    if let what = row["what"] as String? {
      record.refusal = StoredRefusal(what: what, place: row["place"] ?? "", toDo: row["toDo"] ?? "")
    }
    return record
  }
}
