import ArgumentParser
import Daemon

/// `segmentd forget`: erase a person.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract:
      "Erase a person from ledger, kept files, kept runs and publications; print a receipt.",
    discussion: """
      A keyed hash stays behind, so that a later export does not bring the person back. While the \
      service runs, it gets a request and does the work.
      """,
  )

  @Argument(help: "The customer's key as the export has it.")
  var customer: String

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = try folders.settings()
    try answer { output in
      switch try Erasure.forget(customer, settings) {
      case .done(let receipt):
        try output.write(String(decoding: receipt.json(), as: UTF8.self))
      case .left:
        try output.write("The service has the request and fulfills it with its next look.\n")
      }
    }
  }
}
