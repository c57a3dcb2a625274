/// Lists the inbox and says of each thing whether it would be taken.
struct InboxListing {
  let root: Folder
  let ignored: IgnoreList
  let doneMarker: String?

  init(root: Folder, watch: WatchSettings) {
    self.root = root
    ignored = IgnoreList(watch.ignore)
    doneMarker = watch.doneMarker
  }

  /// Everything in the inbox and its folders but our own, sorted by place.
  func entries() throws -> [InboxEntry] {
    var found: [InboxEntry] = []
    let names = try root.names()
    for name in names where name != Inbox.workName && name != Inbox.failedName {
      guard let facts = try root.facts(of: name) else { continue }
      guard facts.kind == .folder else {
        if !isMarker(name) {
          found.append(entry(nil, name, facts, among: names))
        }
        continue
      }
      found += try entries(ofFolder: name, facts)
    }
    return found
  }

  private func entries(ofFolder name: FileName, _ facts: FileFacts) throws -> [InboxEntry] {
    guard !ignored.contains(name) else { return [] }
    guard DatasetSettings.isName(String(decoding: name.bytes, as: UTF8.self)) else {
      return [InboxEntry(folder: nil, name: name, facts: facts, skipped: .folderName)]
    }
    let folder = try root.folder(name)
    let names = try folder.names()
    return try names.compactMap { child in
      guard !isMarker(child), let facts = try folder.facts(of: child) else { return nil }
      return entry(name, child, facts, among: names)
    }
  }

  private func entry(
    _ folder: FileName?,
    _ name: FileName,
    _ facts: FileFacts,
    among names: [FileName],
  ) -> InboxEntry {
    InboxEntry(folder: folder, name: name, facts: facts, skipped: skip(name, facts, names))
  }

  private func skip(_ name: FileName, _ facts: FileFacts, _ names: [FileName]) -> SkipReason? {
    switch facts.kind {
    case .link: return .link
    case .other, .folder: return .notAFile
    case .file: break
    }
    if ignored.contains(name) { return .ignoredName }
    if facts.links > 1 { return .severalNames }
    if let doneMarker {
      let marker = FileName(bytes: name.bytes + Array(doneMarker.utf8))
      return names.contains(marker) ? nil : .noMarker
    }
    return nil
  }

  private func isMarker(_ name: FileName) -> Bool {
    doneMarker.map { name.hasSuffix($0) } ?? false
  }
}
