import Crypto
import FoundationEssentials
import Segments

/// The accepted files, kept packed under their hash so that everything can be built again from them.
///
/// What is kept unpacks to the bytes that were dropped, also where these were packed themselves: the
/// hash that is the name is the hash of what comes out. A class, because it owns an open folder.
final class KeptDeliveries: Sendable {
  /// What keeping a file came to.
  enum Check: Equatable {
    /// The bytes are those of the hash.
    case whole
    /// They are not, or cannot be unpacked: why.
    case damaged(String)
    /// Nothing is kept under the hash.
    case missing
  }

  private static let packedEnding = ".zst"
  // Earlier versions kept files as they came.
  private static let plainEnding = ".csv"

  let folder: Folder

  init(state: Folder) throws {
    folder = try state.folderMade(FileName("deliveries"), mode: 0o700)
  }

  /// The name a delivery is kept under.
  static func name(of sha256: String) -> FileName {
    FileName(sha256 + packedEnding)
  }

  /// Packs a copy of a file and waits until it is on the disk; false when its bytes are not those of
  /// the hash any more.
  func keep(_ name: FileName, in work: Folder, sha256: String) throws -> Bool {
    // A name is given only to a copy that is whole and on the disk.
    if try kept(sha256) != nil { return true }
    let source = try work.open(name)
    let aside = FileName(".tmp-" + sha256)
    do {
      return try copy(source, to: Self.name(of: sha256), aside: aside, sha256: sha256)
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
    let encoder = ZstdEncoder()
    try ContentReader.eachBlock(of: source) { block in
      hasher.update(data: block)
      try encoder.encode(block) { try copy.write($0, count: $1) }
    }
    try encoder.finish { try copy.write($0, count: $1) }
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
    try hashes().count
  }
}

// MARK: - Reading back

extension KeptDeliveries {
  /// The hashes of all files that are kept, sorted.
  func hashes() throws -> [String] {
    let names = try folder.names().filter { !$0.hasPrefix(".") }.map(\.shown)
    return Set(names.map { String($0.prefix { $0 != "." }) }).sorted()
  }

  /// A kept file as the pipeline wants it, as if it had just been dropped under its name.
  ///
  /// Nil when nothing is kept under the hash. The hash is not checked: `check` does that.
  func export(_ sha256: String, droppedAs name: FileName, day: Int32?) throws -> Export? {
    guard let blocks = try dropped(sha256) else { return nil }
    // What was accepted once was within the limits then.
    let limits = LimitSettings.unlimited
    let packing = Compression(of: name)
    var export = Export(name: name.shown, receivedDay: day, limits: limits.reading) {
      () throws(ReadFailure) in
      let dropped = try blocks()
      return packing.map { ContentReader.unpacked(dropped, $0, of: .table, limits) } ?? dropped
    }
    export.isAccepted = true
    return export
  }

  /// Opens the bytes that were dropped, from their start; nil when nothing is kept under the hash.
  private func dropped(
    _ sha256: String
  ) throws -> (@Sendable () throws(ReadFailure) -> Export.Blocks)? {
    guard let kept = try kept(sha256) else { return nil }
    let place = FilePlace(folder: folder, name: kept)
    let lying = ContentReader.export(
      place,
      droppedAs: FileName("lying"),
      day: nil,
      limits: .unlimited
    )
    guard let packing = Compression(of: kept) else { return lying.open }
    return { () throws(ReadFailure) in
      ContentReader.unpacked(try lying.open(), packing, of: .delivery, .unlimited)
    }
  }

  /// Reads a kept file to its end and says whether it is what its name says.
  ///
  /// - Parameter other: the hash it has now, where somebody was erased from it.
  func check(_ sha256: String, expecting other: String? = nil) throws -> Check {
    guard let dropped = try dropped(sha256) else { return .missing }
    var hasher = SHA256()
    var block = [UInt8](repeating: 0, count: ContentReader.blockBytes)
    do throws(ReadFailure) {
      let blocks = try dropped()
      while true {
        let count = try blocks(&block)
        if count == 0 { break }
        hasher.update(data: block[..<count])
      }
    } catch {
      return .damaged(error.words)
    }
    return Hexadecimal.text(hasher.finalize()) == other ?? sha256
      ? .whole : .damaged("its bytes are not those of its hash")
  }

  /// Removes the files that were kept before a moment, in seconds since 1970, and says which.
  func expire(keptBefore seconds: Int64) throws -> [String] {
    var expired: [String] = []
    for name in try folder.names() where !name.hasPrefix(".") {
      guard let facts = try folder.facts(of: name),
        facts.modifiedNanoseconds < seconds * 1_000_000_000
      else { continue }
      try folder.remove(name)
      expired.append(String(name.shown.prefix { $0 != "." }))
    }
    if !expired.isEmpty { try folder.sync() }
    return expired
  }

  private func kept(_ sha256: String) throws -> FileName? {
    for ending in [Self.packedEnding, Self.plainEnding] {
      let name = FileName(sha256 + ending)
      if try folder.facts(of: name) != nil { return name }
    }
    return nil
  }
}
