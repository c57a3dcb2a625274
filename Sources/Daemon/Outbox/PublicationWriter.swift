/// Writes the files of a publication so that they are on the disk before anybody is told of them.
enum PublicationWriter {
  /// Writes everything into a new folder, the manifest last.
  static func write(_ artifacts: [Artifact], _ manifest: Manifest, into folder: Folder) throws {
    var inner: [String: Folder] = [:]
    for artifact in artifacts {
      let (place, name) = try split(artifact.path, in: folder, &inner)
      try place.write(artifact.bytes, to: name, mode: 0o664)
    }
    for place in inner.values {
      try place.sync()
    }
    try folder.write(finished(manifest, artifacts).json(), to: Manifest.name, mode: 0o664)
    try folder.sync()
  }

  /// Writes everything over an older publication, each file in one step, the manifest last.
  static func replace(_ artifacts: [Artifact], _ manifest: Manifest, in folder: Folder) throws {
    let old = try Outbox.manifest(in: folder)
    // Without its manifest the old publication is not whole, and says so while it is being
    // replaced.
    try folder.remove(Manifest.name)
    var inner: [String: Folder] = [:]
    for artifact in artifacts {
      let (place, name) = try split(artifact.path, in: folder, &inner)
      try place.writeReplacing(artifact.bytes, to: name, mode: 0o664)
    }
    let paths = Set(artifacts.map(\.path))
    for output in old?.outputs ?? [] where !paths.contains(output.path) && isOurs(output.path) {
      let (place, name) = try split(output.path, in: folder, &inner)
      try place.remove(name)
    }
    try folder.writeReplacing(finished(manifest, artifacts).json(), to: Manifest.name, mode: 0o664)
  }

  /// The hash of a published file, or nothing when it is not there.
  static func digest(of path: String, in folder: Folder) throws -> String? {
    let parts = path.split(separator: "/").map { FileName(String($0)) }
    guard isOurs(path), let name = parts.last else { return nil }
    var place = folder
    for part in parts.dropLast() {
      guard try place.facts(of: part)?.kind == .folder else { return nil }
      place = try place.folder(part)
    }
    guard try place.facts(of: name)?.kind == .file else { return nil }
    return try ContentReader.hash(place.open(name))
  }

  /// The bytes of a published file.
  static func contents(of path: String, in folder: Folder) throws -> [UInt8] {
    var inner: [String: Folder] = [:]
    let (place, name) = try split(path, in: folder, &inner)
    return try place.contents(of: name, atMost: .max)
  }

  private static func finished(_ manifest: Manifest, _ artifacts: [Artifact]) -> Manifest {
    var manifest = manifest
    manifest.list(artifacts)
    return manifest
  }

  private static func split(
    _ path: String,
    in folder: Folder,
    _ inner: inout [String: Folder],
  ) throws -> (Folder, FileName) {
    precondition(isOurs(path), "A publication has no such path.")
    guard let slash = path.firstIndex(of: "/") else { return (folder, FileName(path)) }
    let name = String(path[..<slash])
    let place = try inner[name] ?? folder.folderMade(FileName(name))
    inner[name] = place
    return (place, FileName(String(path[path.index(after: slash)...])))
  }

  /// At most one folder deep, and never up.
  private static func isOurs(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
  }
}
