import Foundation
import GRDB
package import Segments

extension Store {
  /// The ledger of a dataset as it was last kept; empty for a new dataset.
  package func ledger(of dataset: String) throws(StoreError) -> [LedgerChunk] {
    try ledger(.all, of: dataset)
  }

  /// Some parts of a dataset's ledger, as far as there are any.
  package func ledger(
    _ parts: LedgerParts,
    of dataset: String,
  ) throws(StoreError) -> [LedgerChunk] {
    try read { try chunks($0, parts, Shelf(dataset: dataset, deliveries: nil)) }
  }

  /// Some parts of the ledger of a checkpoint.
  package func ledger(
    _ parts: LedgerParts,
    of dataset: String,
    after deliveries: Int,
  ) throws(StoreError) -> [LedgerChunk] {
    try read { try chunks($0, parts, Shelf(dataset: dataset, deliveries: deliveries)) }
  }

  /// The names of all parts of a dataset's ledger.
  package func ledgerNames(of dataset: String) throws(StoreError) -> [String] {
    try read {
      try String.fetchAll(
        $0,
        sql: "SELECT name FROM ledger_part WHERE dataset = ? ORDER BY name",
        arguments: [dataset],
      )
    }
  }

  /// Changes the kept ledger of a dataset outside a run: when somebody is erased.
  package func change(_ ledger: LedgerChanges, of dataset: String) throws(StoreError) {
    try write { try apply($0, dataset, ledger) }
  }

  /// Which kept ledger is meant: a dataset's, or that of one of its checkpoints.
  private struct Shelf {
    var dataset: String
    var deliveries: Int?

    /// What to read, with the arguments that come before any others.
    var select: (sql: String, arguments: StatementArguments) {
      guard let deliveries else {
        return ("SELECT name, bytes, sha256 FROM ledger_part WHERE dataset = ?", [dataset])
      }
      let sql =
        "SELECT name, bytes, sha256 FROM checkpoint_part WHERE dataset = ? AND deliveries = ?"
      return (sql, [dataset, deliveries])
    }
  }

  private func chunks(
    _ database: Database,
    _ parts: LedgerParts,
    _ shelf: Shelf,
  ) throws -> [LedgerChunk] {
    switch parts {
    case .all: try chunks(database, shelf, from: "", to: "~")
    case .opening:
      try chunks(database, shelf, from: "customers/", to: "customers0")
        + chunks(database, shelf, from: "head", to: "head ")
    case .sheets: try chunks(database, shelf, from: "sheets/", to: "sheets0")
    case .named(let names): try chunks(database, shelf, names)
    }
  }

  private func chunks(
    _ database: Database,
    _ shelf: Shelf,
    from first: String,
    to last: String,
  ) throws -> [LedgerChunk] {
    let (sql, arguments) = shelf.select
    let rows = try Row.fetchCursor(
      database,
      sql: sql + " AND name >= ? AND name < ? ORDER BY name",
      arguments: arguments + [first, last],
    )
    var found = Found()
    while let row = try rows.next() { found.take(row) }
    return try checked(found, shelf.dataset)
  }

  private func chunks(
    _ database: Database,
    _ shelf: Shelf,
    _ names: [String],
  ) throws -> [LedgerChunk] {
    let (sql, arguments) = shelf.select
    let statement = try database.makeStatement(sql: sql + " AND name = ?")
    var found = Found()
    for name in names {
      if let row = try Row.fetchOne(statement, arguments: arguments + [name]) { found.take(row) }
    }
    return try checked(found, shelf.dataset)
  }

  /// Chunks as they were read, each with the digest it should have.
  private struct Found {
    var chunks: [LedgerChunk] = []
    var digests: [[UInt8]] = []

    mutating func take(_ row: Row) {
      chunks.append(LedgerChunk(name: row["name"], bytes: Array(row["bytes"] as Data)))
      digests.append(Array(row["sha256"] as Data))
    }
  }

  private func checked(_ found: Found, _ dataset: String) throws -> [LedgerChunk] {
    guard LedgerChunk.haveDigests(found.chunks, found.digests, by: digest) else {
      throw StoreError.changedBytes(path: path, dataset: dataset)
    }
    return found.chunks
  }

  func apply(_ database: Database, _ dataset: String, _ changes: LedgerChanges) throws {
    let removal = try database.makeStatement(
      sql: "DELETE FROM ledger_part WHERE dataset = ? AND name = ?"
    )
    for name in changes.removed { try removal.execute(arguments: [dataset, name]) }
    let insertion = try database.makeStatement(
      sql: """
        INSERT INTO ledger_part (dataset, name, bytes, sha256) VALUES (?, ?, ?, ?)
        ON CONFLICT (dataset, name) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256
        """
    )
    func insert(_ chunk: LedgerChunk) throws {
      let bytes = Data(chunk.bytes)
      try insertion.execute(arguments: [dataset, chunk.name, bytes, Data(digest(chunk.bytes))])
    }
    for chunk in changes.written { try insert(chunk) }
    for piece in changes.deferred { try insert(try piece.chunk) }
  }
}
