/// The folder people drop files into, and the way of each file out of it.
///
/// A file is taken by renaming it within its own file system, so it is never copied and never half
/// there. A class, because it owns open folders.
final class Inbox: Sendable {
  static let workName = FileName(".work")
  static let failedName = FileName(".failed")

  let root: Folder
  let work: Folder
  let failed: Folder

  init(path: String, wire: Tripwire) throws {
    root = try Folder.makeIfMissing(at: path, mode: 0o770, wire: wire)
    work = try root.folderMade(Self.workName, mode: 0o700)
    failed = try root.folderMade(Self.failedName, mode: 0o770)
  }

  /// Takes files out of the inbox and says how many; one that has changed or gone in between is
  /// left for later.
  ///
  /// The producer need not have saved its bytes to the disk, so this does; and the note beside each
  /// file is on the disk before the file moves, so that no crash leaves a file without a name.
  func claim(_ entries: [InboxEntry], notes: [ClaimNote], tokens: [String]) throws -> Int {
    var claims: [(entry: InboxEntry, folder: Folder, claim: ClaimedFile)] = []
    for (index, entry) in entries.enumerated() {
      let folder = try entry.folder.map { try root.folder($0) } ?? root
      guard let file = try? folder.open(entry.name) else { continue }
      try folder.wire.pass("sync \(entry.name.shown)")
      try file.sync()
      guard try file.facts() == entry.facts else { continue }
      let claim = ClaimedFile(token: tokens[index], note: notes[index], facts: entry.facts)
      try work.write(claim.note.json(), to: claim.noteName, mode: 0o600)
      claims.append((entry, folder, claim))
    }
    guard !claims.isEmpty else { return 0 }
    try work.sync()
    try syncAll(claims.map(\.folder))
    for (entry, folder, claim) in claims {
      try take(entry.name, from: folder, claim)
    }
    try work.sync()
    try syncAll(claims.map(\.folder))
    return claims.count
  }

  /// Removes the markers that said of files that they are complete, once these are gone from the
  /// inbox.
  func removeMarkers(_ marker: String, of entries: [InboxEntry]) throws {
    for entry in entries {
      let folder = try entry.folder.map { try root.folder($0) } ?? root
      if try folder.facts(of: entry.name) == nil {
        try folder.remove(FileName(bytes: entry.name.bytes + Array(marker.utf8)))
      }
    }
  }

  /// Everything in the work folder, sorted by the name it had; notes whose file never came are
  /// removed.
  func claimed() throws -> [ClaimedFile] {
    var claims: [ClaimedFile] = []
    let names = try work.names()
    for name in names where name.hasPrefix("c-") {
      let token = String(decoding: name.bytes.dropFirst(2), as: UTF8.self)
      guard let facts = try work.facts(of: name), facts.kind == .file else { continue }
      claims.append(ClaimedFile(token: token, note: note(token), facts: facts))
    }
    for name in names where name.hasPrefix("n-") {
      let file = FileName(bytes: Array("c-".utf8) + name.bytes.dropFirst(2))
      if !names.contains(file) { try work.remove(name) }
    }
    return claims.sorted { ($0.name, $0.token) < ($1.name, $1.token) }
  }

  /// Puts a file back that turned out to be still changing; leaves it where it is when its name is
  /// taken again.
  func putBack(_ claim: ClaimedFile) throws {
    let folder =
      claim.note.isPinned ? try root.folderMade(FileName(claim.note.dataset), mode: 0o770) : root
    guard try work.move(claim.fileName, to: folder, as: claim.name) else { return }
    try folder.sync()
    try work.sync()
    try work.remove(claim.noteName)
  }

  /// Removes a claimed file: the only place where a customer's file is deleted.
  ///
  /// The caller has committed its answer before.
  func retire(_ claims: [ClaimedFile]) throws {
    for claim in claims {
      try work.remove(claim.fileName)
    }
    try work.sync()
    for claim in claims {
      try work.remove(claim.noteName)
    }
  }

  private func take(_ name: FileName, from folder: Folder, _ claim: ClaimedFile) throws {
    do {
      guard try folder.move(name, to: work, as: claim.fileName) else {
        preconditionFailure("A token was used twice.")
      }
    } catch let failure as FileFailure where failure.isGone {
      try work.remove(claim.noteName)
    }
  }

  private func note(_ token: String) -> ClaimNote {
    if let bytes = try? work.contents(of: FileName("n-" + token), atMost: 64 * 1024),
      let note = ClaimNote(json: bytes)
    {
      return note
    }
    let name = Array("recovered-\(token).csv".utf8)
    return ClaimNote(dataset: "shop", name: name, isPinned: false, receivedDay: Int32.max / 2)
  }

  private func syncAll(_ folders: [Folder]) throws {
    var done: Set<String> = []
    for folder in folders where done.insert(folder.path).inserted {
      try folder.sync()
    }
  }
}

extension FileFailure {
  /// What was to be touched is not there any more.
  var isGone: Bool { code == 2 }
}
