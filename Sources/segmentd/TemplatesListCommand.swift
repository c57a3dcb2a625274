import ArgumentParser
import Daemon

/// `segmentd templates list`: all templates and where they lie.
struct TemplatesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List all templates, built-in ones and those in the templates folder.",
  )

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let shelf = TemplateShelf(try folders.settings())
    try answer { output in
      for entry in shelf.entries {
        let pages = entry.pages.map { "\($0) pages" } ?? "has faults, see segmentd check"
        try output.write("\(entry.name)\t\(pages)\t\(entry.path ?? "built in")\n")
      }
    }
  }
}
