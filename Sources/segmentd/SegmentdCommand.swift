import ArgumentParser
import Daemon

/// The front door: one file a command, words for people, exit codes for scripts.
@main
struct SegmentdCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segmentd",
    abstract: "Turns customer exports into segments and dashboards.",
    discussion: """
      Drop a CSV export into the inbox and collect a dashboard from the outbox: one PDF, its pages as \
      PNG, one self-contained HTML file, and every customer's segment as CSV.

      Exit codes: 0 ok, 64 usage, 65 bad data, 69 unavailable, 70 internal, 71 storage, \
      73 cannot write, 75 try again, 78 configuration.
      """,
    version: "segmentd \(Engine.version)",
    subcommands: [
      RunCommand.self, ReportCommand.self, InspectCommand.self, CheckCommand.self,
      StatusCommand.self, HistoryCommand.self, ExplainCommand.self, ScoreCommand.self,
      RenderCommand.self, ReplayCommand.self, VerifyCommand.self, LintCommand.self,
      TemplatesCommand.self, ForgetCommand.self,
      SampleCommand.self,
    ],
  )
}
