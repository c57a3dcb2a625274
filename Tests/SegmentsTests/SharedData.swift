import Foundation
import Testing

/// The real exports beside the project; tests that need them say loudly when they are not there.
enum SharedData {
  static let folder: URL? = {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["SEGMENTD_SHARED"].map { URL(filePath: $0) }
    let folder = (named ?? root.appending(path: "../shared")).appending(path: "data").standardized
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  static var isHere: Bool {
    if folder == nil { print("SKIPPED: ../shared/data is not here (SEGMENTD_SHARED names it)") }
    return folder != nil
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(folder)
    return [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  static func json(_ path: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(try bytes(path)))
    return object as? [String: Any] ?? [:]
  }
}
