import FoundationEssentials

/// The folder dashboards appear in, whole or not at all.
///
/// A class, because it owns an open folder.
final class Outbox: Sendable {
  static let latest = FileName("latest")
  static let index = FileName("index.json")
  static let staging = ".tmp-"

  let root: Folder

  init(path: String, wire: Tripwire) throws {
    root = try Folder.makeIfMissing(at: path, mode: 0o775, wire: wire)
  }

  /// Publishes a run under its name: written aside, saved, renamed whole, and `latest` moved last.
  ///
  /// A run that is published already, with every file as its manifest says, is left as it is.
  func publish(_ artifacts: [Artifact], _ manifest: Manifest) throws {
    let folder = try root.folderMade(FileName(manifest.dataset))
    let run = FileName(manifest.run)
    if try !isWhole(run, in: folder) {
      let aside = FileName(Self.staging + manifest.run)
      do {
        try stage(artifacts, manifest, aside: aside, in: folder)
      } catch {
        // Gives the space back that a full disk needs most; what cannot be removed now is at the
        // next start.
        try? folder.removeTree(aside)
        throw error
      }
      try folder.sync()
    }
    try folder.link(Self.latest, to: run)
    try writeIndex(of: folder)
  }

  private func stage(
    _ artifacts: [Artifact],
    _ manifest: Manifest,
    aside: FileName,
    in folder: Folder,
  ) throws {
    let run = FileName(manifest.run)
    try folder.removeTree(aside)
    try PublicationWriter.write(artifacts, manifest, into: folder.folderMade(aside))
    try moveAsideDamaged(run, in: folder)
    guard try folder.move(aside, to: folder, as: run) else {
      throw FileFailure(attempt: "publish", path: folder.path + "/" + run.shown, code: 17)
    }
  }

  /// Says whether a run is published with every file as its manifest says.
  func isPublished(_ run: String, of dataset: String) throws -> Bool {
    guard try root.facts(of: FileName(dataset))?.kind == .folder else { return false }
    return try isWhole(FileName(run), in: root.folder(FileName(dataset)))
  }

  /// Removes what interrupted publications have left.
  func sweep() throws {
    for name in try root.names() where try root.facts(of: name)?.kind == .folder {
      let folder = try root.folder(name)
      for child in try folder.names() where child.hasPrefix(Self.staging) {
        try folder.removeTree(child)
      }
    }
  }

  /// The names of the runs of a dataset, oldest first.
  static func runs(in folder: Folder) throws -> [FileName] {
    try folder.names().filter { name in
      try !name.hasPrefix(".") && folder.facts(of: name)?.kind == .folder
    }
  }

  /// Says whether every file is there as the manifest says.
  private func isWhole(_ run: FileName, in folder: Folder) throws -> Bool {
    guard try folder.facts(of: run)?.kind == .folder else { return false }
    let published = try folder.folder(run)
    guard let manifest = try Self.manifest(in: published) else { return false }
    return try !manifest.outputs.isEmpty
      && manifest.outputs.allSatisfy { output in
        try PublicationWriter.digest(of: output.path, in: published) == output.sha256
      }
  }

  static func manifest(in folder: Folder) throws -> Manifest? {
    guard try folder.facts(of: Manifest.name) != nil else { return nil }
    return Manifest(json: try folder.contents(of: Manifest.name, atMost: 16 << 20))
  }

  private func moveAsideDamaged(_ run: FileName, in folder: Folder) throws {
    guard try folder.facts(of: run) != nil else { return }
    let aside = FileName(Self.staging + "damaged-" + String(decoding: run.bytes, as: UTF8.self))
    try folder.removeTree(aside)
    _ = try folder.move(run, to: folder, as: aside)
    try folder.removeTree(aside)
  }

  /// One line of `index.json`.
  private struct IndexLine: Codable {
    var run: String
    var asOf: String?
    var deliveries: Int
    var version: String
  }

  func writeIndex(of folder: Folder) throws {
    let lines = try Self.runs(in: folder).compactMap { name -> IndexLine? in
      try Self.manifest(in: folder.folder(name)).map {
        IndexLine(run: $0.run, asOf: $0.asOf, deliveries: $0.deliveries, version: $0.version)
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    let json = try Array(encoder.encode(["runs": lines])) + [0x0A]
    try folder.writeReplacing(json, to: Self.index)
  }
}
