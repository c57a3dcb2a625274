import ArgumentParser
import Daemon

/// `segmentd score`: segments for the customers of a file by a kept model.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Give the customers of a file their segments by a kept model; nothing is refitted.",
    discussion: "A customer that was in the fit gets the segment it has there.",
  )

  @Argument(help: "An export of the kind the model was made from.")
  var file: String

  @Option(help: "A run, dataset/run, a dataset (its newest run), or a model.json.")
  var model: String

  @Option(help: "The table to write.")
  var output: String

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    do {
      let count = try Scoring.score(file, by: model, output: output, settings)
      StandardError.write("\(count) customers, \(output)\n")
    } catch {
      throw error.said()
    }
  }
}
