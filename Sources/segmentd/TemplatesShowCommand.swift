import ArgumentParser
import Daemon

/// `segmentd templates show`: the text of a template.
struct TemplatesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a template as it is written.",
  )

  @Argument(help: "The template's name.")
  var name: String

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    try answer { try $0.write(TemplateShelf(settings).text(of: name)) }
  }
}
