/// Names that are never taken: what other programs write while they are not finished, and what they
/// leave behind.
struct IgnoreList {
  private let globs: [Glob]

  init(_ patterns: [String]) {
    globs = (patterns + Self.always).map(Glob.init)
  }

  func contains(_ name: FileName) -> Bool {
    globs.contains { $0.matches(name) }
  }

  static let always = [
    ".*", "~$*", "*~", "#*#", "Thumbs.db", "desktop.ini", "*.part", "*.partial", "*.filepart",
    "*.crdownload", "*.download", "*.opdownload", "*.tmp", "*.temp", "*.swp", "*.lock",
    "~syncthing~*", "*.camelLock", "*.inprogress",
  ]
}
