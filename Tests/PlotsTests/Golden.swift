import Foundation
import Testing

/// Compares a text with the one kept beside the tests; `UPDATE_GOLDENS=1` keeps the new one.
enum Golden {
  /// A name that a file may have.
  static func file(of name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }

  static func expect(_ name: String, _ actual: String) {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name).scene")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try? FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try? Data(actual.utf8).write(to: file)
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let pairs = zip(expected.split(separator: "\n"), actual.split(separator: "\n"))
    let difference = pairs.first { $0 != $1 }.map { "expected “\($0)”, actual “\($1)”" }
    #expect(expected == actual, "\(name): \(difference ?? "another number of lines")\n\(actual)")
  }
}
