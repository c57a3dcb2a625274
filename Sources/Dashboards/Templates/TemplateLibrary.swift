import Foundation
import Plots

/// Knows where templates are: built in, or in a folder of the user's that goes first.
package enum TemplateLibrary {
  /// How a template's file name ends.
  package static let suffix = ".seg.yaml"

  /// The names of the built-in templates.
  package static let builtIn = ["analyst", "executive", "standard"]

  /// The template of a name, from the first folder that has it, else the built-in one.
  package static func template(
    named name: String,
    folders: [String] = []
  )
    throws(DashboardError) -> Template
  {
    try template(named: name, folders: folders, includedBy: [])
  }

  private static func template(
    named name: String,
    folders: [String],
    includedBy above: [String]
  ) throws(DashboardError) -> Template {
    guard !above.contains(name) else { throw .includesItself(name) }
    let source = try source(of: name, folders: folders)
    let home = source.path.map { ($0 as NSString).deletingLastPathComponent }
    let sources = TemplateSources(
      template: { other throws(DashboardError) in
        try template(named: other, folders: folders, includedBy: above + [name])
      },
      theme: { name throws(DashboardError) in try theme(named: name, folders: folders) },
      logo: { name throws(DashboardError) in try logo(name, in: home) },
      themes: names(in: folders, endingWith: themeSuffix)
    )
    return try Template(yaml: source.text, file: source.path ?? name + suffix, sources: sources)
  }

  /// The text of the template of a name as its author wrote it, and the file it lies in; no file for
  /// a built-in one.
  package static func source(
    of name: String,
    folders: [String] = []
  ) throws(DashboardError) -> (text: String, path: String?) {
    guard isPlain(name) else { throw .noTemplate(name, known: names(in: folders)) }
    if let path = path(of: name, in: folders) { return (try text(at: path), path) }
    guard let text = text(of: name) else { throw .noTemplate(name, known: names(in: folders)) }
    return (text, nil)
  }

  /// The names of all templates, built-in ones and those in the folders, in order.
  package static func names(in folders: [String]) -> [String] {
    Set(builtIn + names(in: folders, endingWith: suffix)).sorted()
  }

  private static func names(in folders: [String], endingWith suffix: String) -> [String] {
    let files = folders.flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
    let found = files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
    return Set(found.filter(isPlain)).sorted()
  }

  /// The file of a template in the first folder that has it.
  package static func path(of name: String, in folders: [String]) -> String? {
    folders.map { ($0 as NSString).appendingPathComponent(name + suffix) }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// A name is not a path: nothing outside of the folders is ever opened.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// The theme of a name, with its logo, from the first folder that has it.
  ///
  /// `light`, `dark` and `auto` are the themes of the house and have no file.
  package static func theme(
    named name: String,
    folders: [String] = []
  )
    throws(DashboardError) -> ThemeFile
  {
    guard isPlain(name) else { throw .noTheme(name) }
    for folder in folders {
      let path = (folder as NSString).appendingPathComponent(name + themeSuffix)
      guard FileManager.default.fileExists(atPath: path) else { continue }
      var theme = try ThemeFile(yaml: try text(at: path), name: name, file: path)
      if let name = theme.logo { theme.picture = try logo(name, in: folder) }
      return theme
    }
    throw .noTheme(name)
  }

  private static let themeSuffix = ".theme.yaml"

  /// The bytes of a logo that lies beside the file that names it.
  private static func logo(_ name: String, in folder: String?) throws(DashboardError) -> [UInt8] {
    // A path could lead to any file of the machine.
    guard !name.contains("/"), !name.hasPrefix(".") else {
      throw .logo(name, reason: "it must lie in the folder of its theme, so its name has no path")
    }
    let path = folder.map { ($0 as NSString).appendingPathComponent(name) } ?? name
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .logo(path, reason: TemplateSources.noFile)
    }
    guard bytes.count <= 1 << 20 else { throw .logo(path, reason: "it is larger than 1 MB") }
    guard Raster(png: Array(bytes), on: Color(0xFFFFFF), atMost: Size(64, 64)) != nil else {
      throw .logo(path, reason: foreign(Array(bytes.prefix(512))))
    }
    return Array(bytes)
  }

  /// What a picture is that is no PNG, and how it becomes one.
  private static func foreign(_ head: [UInt8]) -> String {
    if String(decoding: head, as: UTF8.self).contains("<svg") {
      return "it is an SVG drawing; convert it (rsvg-convert -w 640 logo.svg -o logo.png)"
    }
    if head.starts(with: [0xFF, 0xD8]) { return "it is a JPEG picture" }
    return "it is no PNG picture"
  }

  /// The text of a built-in template; nil for a name that is none.
  package static func text(of name: String) -> String? {
    switch name {
    case "standard": standardText
    case "analyst": String(decoding: PackageResources.analyst_seg_yaml, as: UTF8.self)
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
