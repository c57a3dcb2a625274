import Glibc

/// Writes a publication into a folder a person has named.
enum OutputFolder {
  /// A new folder appears whole; in one that exists each file is replaced in one step and the
  /// manifest comes last.
  static func write(_ artifacts: [Artifact], _ manifest: Manifest, to path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let last = parts.last, last != "..", last != "." else {
      return try PublicationWriter.replace(artifacts, manifest, in: Folder(at: path))
    }
    let name = FileName(String(last))
    let parent = try folder(parts.dropLast(), from: path.hasPrefix("/") ? "/" : "")
    if try parent.facts(of: name) != nil {
      return try PublicationWriter.replace(artifacts, manifest, in: Folder(at: path))
    }
    let aside = FileName(bytes: Array(".tmp-".utf8) + name.bytes)
    try parent.removeTree(aside)
    let staged = try parent.folderMade(aside)
    try PublicationWriter.write(artifacts, manifest, into: staged)
    guard try parent.move(aside, to: parent, as: name) else {
      throw FileFailure(attempt: "create", path: EscapedText.escape(path), code: 17)
    }
    try parent.sync()
  }

  /// The folder these parts lead to; the ones that are missing at its end are made.
  private static func folder(_ parts: ArraySlice<Substring>, from root: String) throws -> Folder {
    let path = root + parts.joined(separator: "/")
    do {
      return try Folder(at: path.isEmpty ? "." : path)
    } catch let failure as FileFailure {
      guard failure.code == ENOENT, let last = parts.last else { throw failure }
      return try folder(parts.dropLast(), from: root).folderMade(FileName(String(last)))
    }
  }
}
