import ArgumentParser
import Daemon

/// `segmentd verify`: every hash of state and publications.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every hash of the state and the publications; change nothing.",
    discussion: "Ends with 71 when something is not as it was written.",
  )

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    try answer { output in
      let verification = try Verification(settings)
      for (subject, count) in verification.looked.sorted(by: { $0.key < $1.key }) {
        try output.write("looked  \(count) \(subject)\n")
      }
      for fault in verification.faults { try output.write("PROBLEM \(fault)\n") }
      if verification.faults.isEmpty {
        try output.write("ok      everything is as it was written\n")
      }
      try output.flush()
      let code: Daemon.ExitCode = verification.faults.isEmpty ? .ok : .storage
      throw code.end
    }
  }
}
