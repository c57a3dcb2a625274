import Foundation

/// Knows where templates are: built in, or in a folder of the user's that goes first.
package enum TemplateLibrary {
  /// How a template's file name ends.
  static let suffix = ".seg.yaml"

  /// The names of the built-in templates.
  package static let builtIn = ["executive", "standard"]

  /// The template of a name, from the first folder that has it, else the built-in one.
  package static func template(
    named name: String,
    folders: [String] = []
  )
    throws(DashboardError) -> Template
  {
    // A name is not a path: nothing outside of the folders is ever opened.
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard isPlain, !name.isEmpty else { throw .noTemplate(name, known: builtIn) }
    for folder in folders {
      let path = (folder as NSString).appendingPathComponent(name + suffix)
      guard FileManager.default.fileExists(atPath: path) else { continue }
      return try Template(yaml: try text(at: path), file: path)
    }
    guard let text = text(of: name) else { throw .noTemplate(name, known: builtIn) }
    return try Template(yaml: text, file: name + suffix)
  }

  /// The text of a built-in template; nil for a name that is none.
  package static func text(of name: String) -> String? {
    switch name {
    case "standard": standardText
    case "executive": String(decoding: PackageResources.executive_seg_yaml, as: UTF8.self)
    default: nil
    }
  }

  /// The template of the house.
  package static func standard() throws(DashboardError) -> Template {
    try Template(yaml: standardText, file: "standard" + suffix)
  }

  /// The text of the built-in template, for people who want to change a copy.
  package static var standardText: String {
    String(decoding: PackageResources.standard_seg_yaml, as: UTF8.self)
  }

  private static func text(at path: String) throws(DashboardError) -> String {
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 1 << 20 else {
      throw .unreadableTemplate(path, reason: "it cannot be opened or is larger than 1 MB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadableTemplate(path, reason: "it is not UTF-8 text")
    }
    return text
  }
}
