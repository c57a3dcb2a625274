import Testing

@Suite("Words that must not be")
struct ForbiddenWordTests {
  /// A word and where it is allowed (prefixes of paths).
  static let forbidden: [(word: String, allowedIn: [String])] = [
    ("print(", ["Sources/segmentd"]),
    ("try!", []),
    ("as!", []),
    ("@unchecked", []),
    ("cairo_", ["Sources/Plots/Cairo"]),
    ("pango_", ["Sources/Plots/Cairo"]),
    ("DateFormatter", []),
    ("SystemRandomNumberGenerator", []),
    (".random(", []),
    (".shuffled()", []),
    ("Logger(", ["Sources/Daemon", "Sources/segmentd"]),
    ("Date()", ["Sources/Daemon"]),
    ("ContinuousClock", ["Sources/Daemon"]),
    ("clock_gettime", ["Sources/Daemon"]),
    (
      "FileManager",
      ["Sources/Daemon", "Sources/Dashboards/Templates/TemplateLibrary", "Sources/Storage/Schema"]
    ),
  ]

  @Test("stand only where the house allows them")
  func wordsStandWhereTheyMay() throws {
    let files = try SourceTree.files(below: "Sources")
    for (word, places) in Self.forbidden {
      for file in files where !places.contains(where: file.path.hasPrefix) {
        #expect(!Self.contains(file.code, word), "\(file.path) says \(word)")
      }
    }
  }

  /// Whether the code holds the word, not as the end of a longer name.
  static func contains(_ code: String, _ word: String) -> Bool {
    code.ranges(of: word).contains { range in
      guard range.lowerBound > code.startIndex else { return true }
      let before = code[code.index(before: range.lowerBound)]
      return word.first == "." || !(before.isLetter || before.isNumber || before == "_")
    }
  }

  @Test("are no names of rooms or files: no Core, Common, Utils, Helpers, Shared, Manager")
  func drawersDoNotExist() throws {
    let drawers = ["Core", "Common", "Utils", "Utilities", "Helpers", "Shared", "Misc"]
    for file in try SourceTree.files(below: "Sources") {
      let parts = file.path.split(separator: "/").map(String.init)
      for part in parts.dropLast() { #expect(!drawers.contains(part), "\(file.path)") }
      let name = parts.last ?? ""
      for word in ["Manager", "Helper", "Util"] {
        #expect(!name.contains(word), "\(file.path)")
      }
    }
  }

  @Test("only Storage writes SQL")
  func sqlLivesInStorage() throws {
    for file in try SourceTree.files(below: "Sources") where file.room != "Storage" {
      let says = file.text.contains("SELECT ") || file.text.contains("INSERT INTO")
      #expect(!says, "\(file.path)")
    }
  }
}
