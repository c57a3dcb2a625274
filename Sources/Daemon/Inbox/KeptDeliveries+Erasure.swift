import Crypto
import FoundationEssentials
import Segments
import Storage

extension KeptDeliveries {
  /// Writes a kept file anew without the records of a person, under its old name; gives how many records
  /// went.
  ///
  /// The caller is told the new hash before the file takes its place, so that a crash in between leaves a file
  /// whose hash is the old or the new one.
  func erase(
    _ person: Key,
    from delivery: DeliveryRecord,
    recipe: Recipe,
    _ note: (String) throws -> Void,
  ) throws -> Int {
    let name = FileName(bytes: delivery.name)
    guard let export = try export(delivery.sha256, droppedAs: name, day: nil) else { return 0 }
    let lines = try Pipeline(dataset: delivery.dataset, recipe: recipe)
      .lines(of: person, in: export)
    guard !lines.ranges.isEmpty else { return 0 }
    let aside = FileName(".tmp-" + delivery.sha256)
    try folder.remove(aside)
    let copy = try folder.create(aside, mode: 0o600)
    let sha256 = try rewrite(export, without: lines, packed: Compression(of: name), to: copy)
    try copy.sync()
    try note(sha256)
    try folder.replace(aside, as: Self.name(of: delivery.sha256))
    // Kept by an earlier version as it came.
    try folder.remove(FileName(delivery.sha256 + ".csv"))
    try folder.sync()
    return lines.ranges.count
  }

  /// Copies what passes, packed as it was dropped and then as it is kept; gives the hash of what was
  /// dropped, as it is now.
  private func rewrite(
    _ export: Export,
    without lines: PersonLines,
    packed: Compression?,
    to copy: OpenFile,
  ) throws -> String {
    var filter = LineFilter(lines)
    var hasher = SHA256()
    let keeper = ZstdEncoder()
    func keep(_ bytes: ArraySlice<UInt8>) throws {
      hasher.update(data: Data(bytes))
      try keeper.encode(bytes) { try copy.write($0, count: $1) }
    }
    var gzip = StoredGzip()
    let zstd = ZstdEncoder()
    if packed == .gzip { try keep(StoredGzip.header[...]) }
    let blocks = try export.open()
    var block = [UInt8](repeating: 0, count: ContentReader.blockBytes)
    while true {
      let count = try blocks(&block)
      if count == 0 { break }
      let passing = filter.passing(block[..<count])
      switch packed {
      case nil: try keep(passing[...])
      case .gzip: try keep(gzip.wrap(passing)[...])
      case .zstandard: try zstd.encode(passing[...]) { try keep($0[..<$1]) }
      }
    }
    switch packed {
    case nil: break
    case .gzip: try keep(gzip.end()[...])
    case .zstandard: try zstd.finish { try keep($0[..<$1]) }
    }
    try keeper.finish { try copy.write($0, count: $1) }
    return Hexadecimal.text(hasher.finalize())
  }
}
