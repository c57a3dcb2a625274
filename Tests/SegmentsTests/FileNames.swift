import Foundation

/// Names of files in a folder, sorted.
enum FileNames {
  static func csv(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }
      .sorted()
  }
}
