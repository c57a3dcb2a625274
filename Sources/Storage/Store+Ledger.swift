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
    try read { database in
      switch parts {
      case .all: try chunks(database, dataset, from: "", to: "~")
      case .opening:
        try chunks(database, dataset, from: "customers/", to: "customers0")
          + chunks(database, dataset, from: "head", to: "head ")
      case .sheets: try chunks(database, dataset, from: "sheets/", to: "sheets0")
      case .named(let names): try chunks(database, dataset, names)
      }
    }
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

  private func chunks(
    _ database: Database,
    _ dataset: String,
    from first: String,
    to last: String,
  ) throws -> [LedgerChunk] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT name, bytes, sha256 FROM ledger_part WHERE dataset = ? AND name >= ? AND name < ?
        ORDER BY name
        """,
      arguments: [dataset, first, last],
    )
    var chunks: [LedgerChunk] = []
    while let row = try rows.next() {
      chunks.append(LedgerChunk(name: row["name"], bytes: try checked(row, dataset)))
    }
    return chunks
  }

  private func chunks(
    _ database: Database,
    _ dataset: String,
    _ names: [String],
  ) throws -> [LedgerChunk] {
    let statement = try database.makeStatement(
      sql: "SELECT bytes, sha256 FROM ledger_part WHERE dataset = ? AND name = ?"
    )
    return try names.compactMap { name in
      try Row.fetchOne(statement, arguments: [dataset, name])
        .map { LedgerChunk(name: name, bytes: try checked($0, dataset)) }
    }
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
