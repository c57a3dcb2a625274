import ArgumentParser
import Daemon

/// `segmentd lint`: the pages of a run against the quality checklist.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check the pages of a run: nothing cut or covered, honest bars, readable colors.",
    discussion: """
      The pages are laid out again from the report, every text, chart and mark is looked at, and the \
      files are compared with what is drawn now. Ends with 0 when nothing is found, with 1 when \
      something is.
      """,
  )

  @Argument(help: "A folder with a publication, or a run, dataset/run, or a dataset.")
  var subject: String

  @Option(help: "Check another template than the one it was drawn with.")
  var template: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "With --json: add every text, shape and chart of every page with its place.")
  var layout = false

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    if layout, !json { throw ValidationError("--layout needs --json.") }
  }

  func run() throws {
    let settings = try folders.settings()
    try answer { output in
      let checks = try PageChecks(subject, template: template, settings)
      if json {
        try output.write(try checks.json(withLayout: layout) + "\n")
      } else {
        for line in checks.lines { try output.write(line + "\n") }
      }
      try output.flush()
      if !checks.isClean { throw ArgumentParser.ExitCode(1) }
    }
  }
}
