/// One group of settings while it is being read: gives checked values and remembers which keys
/// exist.
///
/// A class, because reading a key marks it as known; `finish` then names the keys nobody asked for.
final class SettingsSection {
  let path: String
  let faults: FaultBook
  private let typed: TypedSettings
  private let entries: [TypedEntry]
  private var known: [String] = []

  init(_ node: TypedNode?, path: String, typed: TypedSettings, faults: FaultBook) {
    self.path = path
    self.typed = typed
    self.faults = faults
    switch node?.value {
    case .map(let entries): self.entries = entries
    case .null, nil: entries = []
    case .text, .list:
      entries = []
      faults.note(
        node?.origin ?? .nowhere,
        path,
        "A group of keys is expected here.",
        "Write keys below it, indented by two spaces."
      )
    }
  }

  /// The keys that were typed in the file, with where.
  var typedEntries: [TypedEntry] { entries }

  /// The dotted path of a key of this group.
  func path(of key: String) -> String {
    path.isEmpty ? key : path + "." + key
  }

  /// What was typed for a key, in the file, the environment or a flag.
  func node(_ key: String) -> TypedNode? {
    known.append(key)
    if let override = typed.override(path(of: key)) { return override }
    return entries.first { $0.key == key }?.node
  }

  /// A group below this one.
  func section(_ key: String) -> SettingsSection {
    known.append(key)
    let node = entries.first { $0.key == key }?.node
    return SettingsSection(node, path: path(of: key), typed: typed, faults: faults)
  }

  /// Notes every key that nobody asked for.
  func finish() {
    for entry in entries where !known.contains(entry.key) {
      let name = EscapedText.escape(entry.key)
      faults.note(
        entry.keyOrigin,
        path(of: name),
        "There is no such setting.",
        NearestKey.advice(entry.key, among: known)
      )
    }
  }

  /// Environment variables that name keys of this group.
  var variables: [String] {
    known.map { TypedSettings.variable(path(of: $0)) }
  }

  func note(_ node: TypedNode, _ key: String, _ what: String, _ toDo: String) {
    faults.note(node.origin, path(of: key), what, toDo)
  }
}
