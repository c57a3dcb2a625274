import Foundation

/// The real exports that lie beside the project, for tests that say when they are not there.
enum RealExports {
  /// Whether tests read them: half a million lines take a program built for release seconds, another minutes.
  static var areRead: Bool {
    let isFast = ProcessInfo.processInfo.environment["SEGMENTD_BINARY"] != nil
    if folder == nil { print("SKIPPED: ../shared/data is not here (SEGMENTD_SHARED names it)") }
    if !isFast { print("SKIPPED: large real exports; SEGMENTD_BINARY names a fast program") }
    return folder != nil && isFast
  }

  /// Where they lie.
  static var folder: URL? {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["SEGMENTD_SHARED"].map { URL(filePath: $0) }
    let data = (named ?? package.appending(path: "../shared")).appending(path: "data").standardized
    return FileManager.default.fileExists(atPath: data.path) ? data : nil
  }
}
