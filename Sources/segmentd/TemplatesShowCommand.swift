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
    let output = StandardOutput()
    do {
      try output.write(try TemplateShelf(try folders.settings()).text(of: name))
      try output.flush()
    } catch let failure as Failure {
      throw failure.said()
    }
  }
}
