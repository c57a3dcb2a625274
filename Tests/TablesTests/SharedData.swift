import Foundation

/// The data that lie beside the project and are never copied into it.
enum SharedData {
  /// The folder, if it is there: `SEGMENTD_SHARED`, else `../shared` beside the package.
  static let folder: String? = {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let beside = package.deletingLastPathComponent().appending(path: "shared").path()
    let named = ProcessInfo.processInfo.environment["SEGMENTD_SHARED"] ?? beside
    let data = named + "/data"
    if FileManager.default.fileExists(atPath: data) { return data }
    FileHandle.standardError.write(Data("SKIPPED: tests that need \(data)\n".utf8))
    return nil
  }()

  /// Whether the data are there.
  static var isThere: Bool { folder != nil }

  /// The bytes of a file of that folder.
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: (folder ?? "") + "/" + path)))
  }

  /// The files of a folder in it, by name.
  static func files(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: (folder ?? "") + "/" + path).sorted()
  }
}
