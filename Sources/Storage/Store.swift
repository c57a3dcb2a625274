import Foundation
import GRDB

/// Everything segmentd remembers: which files it has taken, what came of them, and the ledgers.
///
/// One SQLite database, one writer. Files are the queue and the truth about what waits; the store
/// is the truth about what has been accepted. A class, because it owns the open database.
package final class Store: Sendable {
  let queue: DatabaseQueue
  package let path: String
  /// A hash of bytes, handed in because hashing is not this room's trade.
  let digest: @Sendable ([UInt8]) -> [UInt8]

  /// Opens the store for the service and creates it when it is missing.
  package init(
    path: String,
    digest: @escaping @Sendable ([UInt8]) -> [UInt8],
  ) throws(StoreError) {
    self.path = path
    self.digest = digest
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration(readOnly: false))
      try queue.writeWithoutTransaction { try Self.assertDurable($0, path) }
      try Schema.migrate(queue, path)
      try queue.read { try Self.check($0, path) }
    } catch {
      throw Self.translated(error, path)
    }
  }

  /// Opens an existing store for a command that only looks, also while the service runs.
  package static func reader(
    path: String,
    digest: @escaping @Sendable ([UInt8]) -> [UInt8],
  ) throws(StoreError) -> Store {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
      try queue.read { try Schema.refuseOthers($0, path) }
      return Store(queue: queue, path: path, digest: digest)
    } catch {
      throw translated(error, path)
    }
  }

  private init(
    queue: DatabaseQueue,
    path: String,
    digest: @escaping @Sendable ([UInt8]) -> [UInt8],
  ) {
    self.queue = queue
    self.path = path
    self.digest = digest
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = 0")
      try database.execute(sql: "PRAGMA cell_size_check = 1")
      guard !readOnly else { return }
      // Counts only before the first table is written, and does nothing afterwards.
      try database.execute(sql: "PRAGMA page_size = 16384")
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA secure_delete = 1")
    }
    return configuration
  }

  /// What was asked for is read back, because a setting that cannot be had is silently another one.
  private static func assertDurable(_ database: Database, _ path: String) throws {
    let wanted = [
      ("synchronous", "2"), ("journal_mode", "delete"), ("foreign_keys", "1"),
      ("trusted_schema", "0"), ("secure_delete", "1"),
    ]
    for (setting, value) in wanted {
      let row = try Row.fetchOne(database, sql: "PRAGMA \(setting)")
      let found =
        row.flatMap { String.fromDatabaseValue($0[0] as DatabaseValue) ?? integer($0) } ?? "unknown"
      guard found == value else {
        throw StoreError.unsafeSettings(path: path, setting: setting, found: found)
      }
    }
  }

  private static func integer(_ row: Row) -> String? {
    Int.fromDatabaseValue(row[0] as DatabaseValue).map(String.init)
  }

  private static func check(_ database: Database, _ path: String) throws {
    let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
    guard answer == "ok" else { throw StoreError.damaged(path: path) }
  }

  func write<Value>(_ change: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.write(change)
    } catch {
      throw Self.translated(error, path)
    }
  }

  func read<Value>(_ look: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.read(look)
    } catch {
      throw Self.translated(error, path)
    }
  }

  private static func translated(_ error: any Error, _ path: String) -> StoreError {
    if let error = error as? StoreError { return error }
    guard let error = error as? DatabaseError else { return .refused(path: path, code: -1) }
    let code = error.extendedResultCode.rawValue
    switch error.resultCode {
    case .SQLITE_FULL: return .full(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return .unwritable(path: path, code: code)
    default: return .refused(path: path, code: code)
    }
  }
}
