import ArgumentParser
import Daemon
import Logging

/// `segmentd run`: the service, in the foreground.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Watch the inbox and publish dashboards in the outbox.",
    discussion: "Ends with 0 on SIGTERM, after finishing or giving up the current stage.",
  )

  @Flag(help: "Drain the inbox and exit (for cron and timers).")
  var once = false

  @OptionGroup var folders: FolderOptions
  @OptionGroup var words: WordOptions

  func run() throws {
    let settings = try folders.settings()
    let environment = FolderOptions.environment
    let log = Logger.house(
      level: words.quiet ? .error : words.verbose ? .debug : .info,
      environment: environment,
    )
    let service = Service(settings: settings, environment: environment, log: log)
    let (code, reason) = service.run(once ? .once : .untilStopped)
    if let reason { StandardError.write(reason.text) }
    throw code.end
  }
}
