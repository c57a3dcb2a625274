import Foundation

/// The project's own Swift files, as text.
struct SourceTree {
  struct File {
    /// Relative to the package, `Sources/Tables/CSV/CSVReader.swift`.
    var path: String
    var text: String

    /// The room, for files below `Sources`.
    var room: String { String(path.split(separator: "/")[1]) }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The file without comments and without what stands in string literals.
    var code: String { CodeOnly(text).result }

    var imports: [String] {
      lines.compactMap { line in
        var words = line.split(separator: " ")
        while let first = words.first, Self.modifiers.contains(String(first)) {
          words.removeFirst()
        }
        guard words.first == "import", words.count >= 2 else { return nil }
        let kinds = ["struct", "class", "enum", "func", "let", "protocol", "typealias", "var"]
        let name = kinds.contains(String(words[1])) && words.count > 2 ? words[2] : words[1]
        return name.split(separator: ".").first.map(String.init)
      }
    }

    private static let modifiers: Set<String> = [
      "package", "public", "internal", "private", "fileprivate", "@testable", "@preconcurrency",
      "@unsafe", "@_exported", "@_implementationOnly",
    ]
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func files(below folder: String) throws -> [File] {
    let start = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: start.path).sorted()
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: start.appending(path: path), encoding: .utf8)
      return File(path: folder + "/" + path, text: text)
    }
  }
}

/// Swift text with comments and string contents blanked out.
struct CodeOnly {
  private(set) var result = ""

  init(_ text: String) {
    var depth = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line[...]
      var kept = ""
      if depth > 0 {
        guard let end = rest.range(of: "\"\"\"") else { continue }
        rest = rest[end.upperBound...]
        depth = 0
      }
      while let next = rest.first {
        if rest.hasPrefix("//") { break }
        if rest.hasPrefix("\"\"\"") {
          rest = rest.dropFirst(3)
          guard let end = rest.range(of: "\"\"\"") else {
            depth = 1
            break
          }
          rest = rest[end.upperBound...]
        } else if next == "\"" {
          rest = rest.dropFirst()
          while let character = rest.first, character != "\"" {
            rest = rest.dropFirst(character == "\\" ? 2 : 1)
          }
          rest = rest.dropFirst()
        } else {
          kept.append(next)
          rest = rest.dropFirst()
        }
      }
      result += kept + "\n"
    }
  }
}
