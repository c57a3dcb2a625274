import Foundation
import GRDB

/// The tables of the store and how older ones become today's.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { database in
      for statement in firstTables {
        try database.execute(sql: statement)
      }
    }
    return migrator
  }

  static func migrate(_ queue: DatabaseQueue, _ path: String) throws {
    try queue.read { try refuseNewer($0, path) }
    try migrator.migrate(queue)
  }

  /// A database that a newer program has changed is not touched.
  static func refuseNewer(_ database: Database, _ path: String) throws {
    if try migrator.hasBeenSuperseded(database) {
      throw StoreError.newerSchema(path: path)
    }
  }

  private static let firstTables = [
    """
    CREATE TABLE run (
      n INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      dataset TEXT NOT NULL,
      asOf TEXT,
      deliveries INTEGER NOT NULL,
      engine TEXT NOT NULL,
      recipe BLOB NOT NULL,
      report BLOB NOT NULL,
      createdSeconds INTEGER NOT NULL,
      UNIQUE (dataset, name)
    ) STRICT
    """,
    """
    CREATE TABLE delivery (
      n INTEGER PRIMARY KEY,
      token TEXT NOT NULL UNIQUE,
      dataset TEXT NOT NULL,
      name BLOB NOT NULL,
      isPinned INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      receivedDay INTEGER NOT NULL,
      state TEXT NOT NULL
        CHECK (state IN ('claimed', 'accepted', 'refused', 'duplicate')),
      attempts INTEGER NOT NULL DEFAULT 0,
      isBeingRead INTEGER NOT NULL DEFAULT 0,
      run TEXT,
      acceptance INTEGER,
      what TEXT,
      place TEXT,
      toDo TEXT,
      answeredSeconds INTEGER,
      UNIQUE (dataset, acceptance)
    ) STRICT
    """,
    "CREATE INDEX delivery_sha256 ON delivery (sha256, state)",
    """
    CREATE TABLE ledger_chunk (
      dataset TEXT NOT NULL,
      ord INTEGER NOT NULL,
      name TEXT NOT NULL,
      bytes BLOB NOT NULL,
      sha256 BLOB NOT NULL,
      PRIMARY KEY (dataset, ord),
      UNIQUE (dataset, name)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
