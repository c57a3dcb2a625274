import Foundation
import GRDB

extension Store {
  /// Remembers that a person must not come back, and, once it is done, what was erased; the
  /// token does not tell who.
  package func suppress(
    token: [UInt8],
    receipt: [UInt8],
    seconds: Int64,
  ) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT INTO suppressed (token, atSeconds) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [Data(token), seconds],
      )
      guard !receipt.isEmpty else { return }
      try database.execute(
        sql: "INSERT INTO erasure (receipt, atSeconds) VALUES (?, ?)",
        arguments: [Data(receipt), seconds],
      )
    }
  }

  /// The tokens of all people who were erased, sorted.
  package func suppressions() throws(StoreError) -> [[UInt8]] {
    try read { database in
      try Data.fetchAll(database, sql: "SELECT token FROM suppressed ORDER BY token").map(
        Array.init
      )
    }
  }

  /// The receipts of erasures, oldest first.
  package func erasures() throws(StoreError) -> [[UInt8]] {
    try read { database in
      try Data.fetchAll(database, sql: "SELECT receipt FROM erasure ORDER BY n").map(Array.init)
    }
  }
}
