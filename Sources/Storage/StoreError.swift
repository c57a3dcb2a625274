import Foundation

/// Why the store could not keep or give what it was asked for.
package enum StoreError: Error, Equatable, Sendable {
  /// The database was written by a newer program.
  case newerSchema(path: String)
  /// The database is of an older version and was opened only to be looked at.
  case olderSchema(path: String)
  /// The file is not a database or is damaged.
  case damaged(path: String)
  /// The disk has no room for the database.
  case full(path: String)
  /// Somebody else is writing for longer than we waited.
  case busy(path: String)
  /// The database may not be opened or written.
  case unwritable(path: String, code: Int32)
  /// The database does not promise what we need of it.
  case unsafeSettings(path: String, setting: String, found: String)
  /// What is kept for a dataset does not have the digest it had when it was written.
  case changedBytes(path: String, dataset: String)
  /// Any other refusal of SQLite.
  case refused(path: String, code: Int32)
}

extension StoreError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .newerSchema(let path):
      """
      The store was written by a newer version of segmentd (\(path)). \
      Install that version again, or point `state` at another folder.
      """
    case .olderSchema(let path):
      """
      The store is of an older version of segmentd (\(path)). \
      Start the service once; it copies the store and brings it up to date.
      """
    case .damaged(let path):
      """
      The store is damaged (\(path)). \
      Move it aside and start again: accepted files are kept beside it, in `deliveries`.
      """
    case .full(let path):
      """
      There is no room left for the store (\(path)). \
      Free some space; segmentd goes on by itself.
      """
    case .busy(let path):
      """
      The store is in use by another process (\(path)). \
      Try again in a moment.
      """
    case .unwritable(let path, let code):
      """
      The store \(Self.isReadOnly(code) ? "is read-only" : "cannot be opened or written") \
      (\(path), SQLite code \(code)). \
      Check that the folder exists, lies on a local disk, and belongs to the user segmentd runs as.
      """
    case .unsafeSettings(let path, let setting, let found):
      """
      The store does not keep its promises: \(setting) is \(found) (\(path)). \
      Put `state` on a local file system.
      """
    case .changedBytes(let path, let dataset):
      """
      What is kept for dataset \(dataset) has changed on the disk (\(path)). \
      Move the store aside and rebuild it from the accepted files beside it.
      """
    case .refused(let path, let code):
      """
      The store refused an operation (\(path), SQLite code \(code)). \
      Check the disk, then start segmentd again.
      """
    }
  }

  /// Whether a code is SQLITE_READONLY or one of its extended codes.
  private static func isReadOnly(_ code: Int32) -> Bool { code & 0xff == 8 }

  /// Time or space may mend it without anybody touching the store.
  package var isPassing: Bool {
    switch self {
    case .full, .busy: true
    case .newerSchema, .olderSchema, .damaged, .unwritable, .unsafeSettings, .changedBytes,
      .refused:
      false
    }
  }
}
