import ArgumentParser
import Daemon

/// `segmentd render`: an old run drawn again.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw an old run again, from the state alone.",
  )

  @Argument(help: "A run, dataset/run, or a dataset (its newest run).")
  var runName: String

  @Option(help: "The folder to write the publication to.")
  var output: String

  @Option(help: "Another template than the one it was drawn with.")
  var template: String?

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    do {
      let run = try Redrawing.render(runName, to: output, template: template, settings)
      StandardError.write("\(run)\n\(output)\n")
    } catch {
      throw error.said()
    }
  }
}
