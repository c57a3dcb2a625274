import FoundationEssentials

/// What is left for the service when somebody is to be erased; gone when that is done.
///
/// Everything is done again after a crash in between; nothing is done twice that may not be.
struct ErasureRequest: Codable, Equatable {
  var customer: String

  static let folderName = FileName("requests")

  /// The requests that wait, by their file names.
  static func waiting(in state: Folder) throws -> [(name: FileName, request: ErasureRequest)] {
    guard try state.facts(of: folderName)?.kind == .folder else { return [] }
    let folder = try state.folder(folderName)
    var waiting: [(name: FileName, request: ErasureRequest)] = []
    for name in try folder.names() where name.hasSuffix(".json") && !name.hasPrefix(".") {
      let bytes = try folder.contents(of: name, atMost: 1 << 16)
      guard let request = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { continue }
      waiting.append((name, request))
    }
    return waiting
  }

  func leave(in state: Folder, token: String) throws {
    let folder = try state.folderMade(Self.folderName, mode: 0o700)
    let json = try Array(JSONEncoder().encode(self))
    try folder.writeReplacing(json, to: FileName(token + ".json"), mode: 0o600)
  }
}
