import ArgumentParser
import Daemon

/// `segmentd check`: would the service work here, like `nginx -t`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check configuration, folders, kept state and fonts; change nothing.",
  )

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    let checkup = Checkup(settings)
    let output = StandardOutput()
    for line in checkup.lines {
      try output.write(
        "\(line.fault == nil ? "ok     " : "PROBLEM") \(line.subject): \(line.found)\n"
      )
      if let fault = line.fault { StandardError.write(fault.text) }
    }
    for warning in settings.warnings { try output.write("check   \(warning)\n") }
    try output.flush()
    throw checkup.code.end
  }
}
