import ArgumentParser
import Daemon

/// `segmentd templates eject`: a copy of a template to change.
struct TemplatesEjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject",
    abstract: "Copy a template into a folder, to change it there; nothing is written over.",
  )

  @Argument(help: "The template's name.")
  var name: String

  @Argument(help: "The folder, such as ./templates.")
  var folder: String

  @OptionGroup var folders: FolderOptions

  func run() throws {
    do {
      let path = try TemplateShelf(try folders.settings()).eject(name, to: folder)
      StandardError.write(path + "\n")
    } catch let failure as Failure {
      throw failure.said()
    }
  }
}
