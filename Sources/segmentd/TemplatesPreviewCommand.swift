import ArgumentParser
import Daemon

/// `segmentd templates preview`: how a template looks, without data.
struct TemplatesPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Draw a template with the orders of a made-up shop.",
  )

  @Argument(help: "The template's name.")
  var name: String

  @Option(help: "The folder to write to (default: preview-NAME).")
  var output: String?

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let place = output ?? "preview-" + name
    do {
      try TemplateShelf(try folders.settings()).preview(name, to: place)
      StandardError.write(place + "\n")
    } catch let failure as Failure {
      throw failure.said()
    }
  }
}
