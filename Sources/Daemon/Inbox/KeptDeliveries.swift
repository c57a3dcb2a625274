import Crypto
import FoundationEssentials

/// The accepted files, kept under their hash so that everything can be built again from them.
///
/// They are kept as they came; compression comes with the limits on compressed input. A class,
/// because it owns an open folder.
final class KeptDeliveries: Sendable {
  private let folder: Folder

  init(state: Folder) throws {
    folder = try state.folderMade(FileName("deliveries"), mode: 0o700)
  }

  /// The name a delivery is kept under.
  static func name(of sha256: String) -> FileName {
    FileName(sha256 + ".csv")
  }

  /// Copies a file and waits until the copy is on the disk; false when its bytes are not those of
  /// the hash any more.
  func keep(_ name: FileName, in work: Folder, sha256: String) throws -> Bool {
    let kept = Self.name(of: sha256)
    let source = try work.open(name)
    if let there = try folder.facts(of: kept), there.bytes == (try source.facts().bytes) {
      return true
    }
    let aside = FileName(".tmp-" + sha256)
    do {
      return try copy(source, to: kept, aside: aside, sha256: sha256)
    } catch {
      try? folder.remove(aside)
      throw error
    }
  }

  private func copy(
    _ source: OpenFile,
    to kept: FileName,
    aside: FileName,
    sha256: String,
  ) throws -> Bool {
    try folder.remove(aside)
    let copy = try folder.create(aside, mode: 0o600)
    var hasher = SHA256()
    try ContentReader.eachBlock(of: source) { block in
      hasher.update(data: block)
      try copy.write(Array(block))
    }
    guard Hexadecimal.text(hasher.finalize()) == sha256 else {
      try folder.remove(aside)
      return false
    }
    try folder.wire.pass("sync \(aside.shown)")
    try copy.sync()
    try folder.replace(aside, as: kept)
    return true
  }

  /// Waits until all names given so far are on the disk.
  func sync() throws {
    try folder.sync()
  }

  /// Removes what an interrupted copy has left.
  func sweep() throws {
    for name in try folder.names() where name.hasPrefix(".tmp-") {
      try folder.remove(name)
    }
  }

  /// How many files are kept.
  func count() throws -> Int {
    try folder.names().filter { !$0.hasPrefix(".") }.count
  }
}
