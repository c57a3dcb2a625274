import ArgumentParser
import Daemon
import Segments

/// `segmentd report`: files in, one publication out.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make one publication of exports; no inbox, no kept state.",
  )

  @Argument(help: "Exports of one shop.")
  var files: [String]

  @Option(help: "The folder to write the publication to.")
  var output: String

  @Option(help: "A template's name.")
  var template: String?

  @Option(help: "Which pages to draw: pdf,png,html.")
  var format: String?

  @OptionGroup var folders: FolderOptions
  @OptionGroup var words: WordOptions

  func run() throws {
    let flags = [
      template.map { SettingsFlag(flag: "--template", path: "report.template", value: $0) },
      format.map { SettingsFlag(flag: "--format", path: "report.formats", value: $0) },
    ]
    let settings = try folders.settings(flags.compactMap(\.self))
    let progress = Progress(isShown: !words.quiet)
    do {
      let result = try OneShot(settings: settings, onStage: progress.show)
        .run(files: files, output: output)
      progress.clear()
      guard !words.quiet else { return }
      let report = result.report
      let names = report.segments.map { "\($0.letter) \($0.name) (\($0.size))" }
      StandardError.write(
        """
        \(report.customers) customers, \(report.rows.kept) of \(report.rows.read) rows kept
        \(names.joined(separator: ", "))
        \(report.choice.why)
        \(output)

        """
      )
    } catch {
      progress.clear()
      throw error.said()
    }
  }
}
