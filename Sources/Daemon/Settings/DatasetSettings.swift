import FoundationEssentials
package import Segments

/// What is configured about one dataset.
package struct DatasetSettings: Codable, Equatable, Sendable {
  package var name: String
  /// Patterns of file names that belong to it.
  package var match: [String] = []
  package var recipe: Recipe

  package init(name: String, rejectedShare: Double = 0.5) {
    self.name = name
    recipe = Recipe()
    recipe.rejectedShare = rejectedShare
  }

  /// Canonical bytes of everything that was decided about the dataset.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try Array(encoder.encode(self))
  }

  /// Says whether a dataset may have this name: lower-case letters, digits, `_` and `-`, at most
  /// 64.
  package static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isNameByte)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
