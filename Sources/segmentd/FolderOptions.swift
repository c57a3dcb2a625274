import ArgumentParser
import Daemon
import FoundationEssentials

/// The folders and the configuration: taken by every command that touches them.
struct FolderOptions: ParsableArguments {
  @Option(help: "The configuration (default: ./segmentd.yaml, then /etc/segmentd/segmentd.yaml).")
  var config: String?

  @Option(help: "Where exports are dropped.")
  var inbox: String?

  @Option(help: "Where dashboards are published.")
  var outbox: String?

  @Option(help: "Where the ledger and accepted files are kept; a local file system.")
  var state: String?

  @Option(help: "Where templates of your own lie.")
  var templates: String?

  /// The environment the program was started in.
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// Configuration file, then environment, then flags; what is wrong ends the program with 78.
  func settings(_ more: [SettingsFlag] = []) throws -> Settings {
    let folders = [
      ("--inbox", "inbox", inbox), ("--outbox", "outbox", outbox), ("--state", "state", state),
      ("--templates", "templates", templates),
    ]
    let flags = folders.compactMap { flag, path, value in
      value.map { SettingsFlag(flag: flag, path: path, value: $0) }
    }
    do {
      return try Settings.load(
        configPath: config,
        environment: Self.environment,
        flags: flags + more,
      )
    } catch {
      StandardError.write(error.errorDescription + "\n")
      throw Daemon.ExitCode.configuration.end
    }
  }
}

/// How much is said on standard error.
struct WordOptions: ParsableArguments {
  @Flag(help: "Say only what went wrong.")
  var quiet = false

  @Flag(help: "Say what every stage does.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose contradict each other.") }
  }
}

extension Daemon.ExitCode {
  /// The end of the program with this code, without another word.
  var end: ArgumentParser.ExitCode { ArgumentParser.ExitCode(rawValue) }
}

extension Failure {
  /// Says why on standard error and ends with the code.
  func said() -> ArgumentParser.ExitCode {
    StandardError.write(reason.text)
    return code.end
  }
}
