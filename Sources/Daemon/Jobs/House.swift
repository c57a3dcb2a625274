import Segments
import Storage

/// The open folders and the store of one service.
struct House {
  let inbox: Inbox
  let outbox: Outbox
  let state: Folder
  let kept: KeptDeliveries
  let store: Store

  /// Opens everything and creates what is missing.
  init(_ settings: Settings, state: Folder, wire: Tripwire) throws {
    self.state = state
    inbox = try Self.opening("inbox") { try Inbox(path: settings.inbox, wire: wire) }
    outbox = try Self.opening("outbox") { try Outbox(path: settings.outbox, wire: wire) }
    kept = try Self.opening("state folder") { try KeptDeliveries(state: state) }
    if try state.facts(of: Self.restoringName) != nil {
      try state.remove(FileName(Self.storeName))
    }
    store = try Store(path: settings.state + "/" + Self.storeName, digest: Digest.of)
  }

  static let storeName = "segmentd.sqlite"
  /// There while a lost store is built again.
  static let restoringName = FileName("restoring")

  /// The store for a command that only looks, or nothing where no service has been yet.
  static func reader(_ settings: Settings) throws -> Store? {
    guard let state = try? Folder(at: settings.state),
      try state.facts(of: FileName(storeName)) != nil
    else { return nil }
    return try Store.reader(path: settings.state + "/" + storeName, digest: Digest.of)
  }

  /// Removes what interrupted work has left behind; nothing that anybody waits for.
  func sweep() throws {
    try outbox.sweep()
    try kept.sweep()
    for name in try inbox.failed.names() where name.hasPrefix(".tmp-") {
      try inbox.failed.remove(name)
    }
  }

  /// Throws when another folder has taken the place of the inbox or the outbox: mounted over,
  /// moved, made anew.
  func assertInPlace(_ settings: Settings) throws {
    try inbox.root.assertIs(at: settings.inbox)
    try outbox.root.assertIs(at: settings.outbox)
  }

  /// Names the folder in what is thrown.
  static func opening<Result>(_ role: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as FileFailure {
      throw DaemonError.folder(failure, role: role)
    }
  }
}
