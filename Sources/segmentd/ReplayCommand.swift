import ArgumentParser
import Daemon

/// `segmentd replay`: everything once more from the accepted files.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Rebuild from the accepted files and say whether all agrees with what is kept.",
    discussion: """
      Repeats the recorded runs in their order and compares ledger, reports, names, lineages and \
      customers. Writes the last run's report.json, segments.csv and replay.json. Ends with 71 when \
      something differs.
      """,
  )

  @Argument(help: "One dataset (default: all).")
  var dataset: String?

  @Option(help: "The folder to write to.")
  var output: String

  @OptionGroup var folders: FolderOptions
  @OptionGroup var words: WordOptions

  func run() throws {
    let settings = try folders.settings()
    let progress = Progress(isShown: !words.quiet)
    do {
      let results = try Replay(settings, onRun: progress.show).run(dataset: dataset, output: output)
      progress.clear()
      var agrees = true
      for result in results {
        for difference in result.differences {
          StandardError.write("DIFFERS  \(result.dataset): \(difference)\n")
        }
        agrees = agrees && result.differences.isEmpty
        guard !words.quiet else { continue }
        let skipped = result.notCompared.count
        if result.startsAfter > 0 {
          StandardError.write(
            "\(result.dataset): starts after delivery \(result.startsAfter); older files are not kept\n"
          )
        }
        StandardError.write(
          "\(result.dataset): \(result.runs) runs of \(result.deliveries) files, "
            + (result.differences.isEmpty ? "everything agrees" : "not everything agrees")
            + (skipped > 0 ? ", \(skipped) runs not compared\n" : "\n")
        )
      }
      throw agrees ? Daemon.ExitCode.ok.end : Daemon.ExitCode.storage.end
    } catch let failure as Failure {
      progress.clear()
      throw failure.said()
    }
  }
}
