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
    migrator.registerMigration("v2") { database in
      for statement in memories {
        try database.execute(sql: statement)
      }
    }
    return migrator
  }

  /// Brings the tables up to date; an older store is copied first, so that nothing is lost if this
  /// version disappoints.
  static func migrate(_ queue: DatabaseQueue, _ path: String) throws {
    let applied = try queue.read { database in
      try refuseNewer(database, path)
      return try migrator.appliedIdentifiers(database)
    }
    if !applied.isEmpty, applied.count < migrator.migrations.count {
      try backUp(queue, to: path + ".before-" + (migrator.migrations.last ?? ""))
    }
    try migrator.migrate(queue)
  }

  /// A copy that was interrupted is made anew.
  private static func backUp(_ queue: DatabaseQueue, to copy: String) throws {
    try? FileManager.default.removeItem(atPath: copy)
    try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
  }

  /// Who only looks cannot bring an older database up to date.
  static func refuseOthers(_ database: Database, _ path: String) throws {
    try refuseNewer(database, path)
    guard try migrator.hasCompletedMigrations(database) else {
      throw StoreError.olderSchema(path: path)
    }
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

  /// What runs leave for later ones, a ledger whose parts have names of their own, and who was erased.
  private static let memories = [
    "ALTER TABLE run ADD COLUMN isKept INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE delivery ADD COLUMN isNews INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE delivery ADD COLUMN keptSha256 TEXT",
    """
    CREATE TABLE run_part (
      run INTEGER NOT NULL REFERENCES run (n) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      bytes BLOB NOT NULL,
      sha256 BLOB NOT NULL,
      UNIQUE (run, kind)
    ) STRICT
    """,
    """
    CREATE TABLE ledger_part (
      dataset TEXT NOT NULL,
      name TEXT NOT NULL,
      bytes BLOB NOT NULL,
      sha256 BLOB NOT NULL,
      UNIQUE (dataset, name)
    ) STRICT
    """,
    """
    INSERT INTO ledger_part (dataset, name, bytes, sha256)
      SELECT dataset, name, bytes, sha256 FROM ledger_chunk ORDER BY dataset, ord
    """,
    "DROP TABLE ledger_chunk",
    """
    CREATE TABLE checkpoint_part (
      dataset TEXT NOT NULL,
      deliveries INTEGER NOT NULL,
      atSeconds INTEGER NOT NULL,
      name TEXT NOT NULL,
      bytes BLOB NOT NULL,
      sha256 BLOB NOT NULL,
      UNIQUE (dataset, deliveries, name)
    ) STRICT
    """,
    "CREATE TABLE suppressed (token BLOB PRIMARY KEY, atSeconds INTEGER NOT NULL) STRICT",
    """
    CREATE TABLE erasure (
      n INTEGER PRIMARY KEY,
      receipt BLOB NOT NULL,
      atSeconds INTEGER NOT NULL
    ) STRICT
    """,
  ]
}
