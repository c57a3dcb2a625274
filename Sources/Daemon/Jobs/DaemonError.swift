/// What stops the porter, beyond what the disk, the store and the study say themselves.
package enum DaemonError: Error, Equatable, Sendable {
  /// Another segmentd works on the same state; its process id, if it could be read.
  case alreadyRunning(owner: Int?, path: String)
  /// One of our folders cannot be used.
  case folder(FileFailure, role: String)
  /// A file for `report` cannot be read.
  case input(FileFailure)
  /// A file was refused by the study.
  case refused(Reason)
  /// The configured template, language or locale cannot be used.
  case unfit(String)
  /// The pages could not be drawn.
  case undrawn(String)
  /// Somebody asked to stop.
  case stopped

  /// The whole error in three parts.
  package var reason: Reason {
    switch self {
    case .alreadyRunning(let owner, let path):
      Reason(
        what: "Another segmentd works on the same state"
          + (owner.map { " (process \($0))." } ?? "."),
        place: EscapedText.escape(path),
        toDo: "Stop it first, or give this one a `state` folder of its own."
      )
    case .folder(let failure, let role):
      Reason(
        what: "The \(role) cannot be used: \(failure.cause).",
        place: failure.path,
        toDo:
          "Create the folder, or give the user segmentd runs as permission to read and write it."
      )
    case .input(let failure):
      Reason(
        what: "A file cannot be read: \(failure.cause).",
        place: failure.path,
        toDo: "Check the path and its permissions."
      )
    case .refused(let reason):
      reason
    case .unfit(let words):
      Reason(
        what: words,
        place: "`report` in the configuration",
        toDo: "Correct the configuration; `segmentd check` tries it out."
      )
    case .undrawn(let words):
      Reason(
        what: "The pages could not be drawn: \(words)",
        place: "the drawing of the dashboard",
        toDo: "Run `segmentd check`; it names the font or library that is missing."
      )
    case .stopped:
      Reason(
        what: "The run was asked to stop.",
        place: "between two steps",
        toDo: "Start it again."
      )
    }
  }

  /// How the program ends when this ends it.
  package var exitCode: ExitCode {
    switch self {
    case .alreadyRunning: .tryAgain
    case .folder(let failure, _): failure.isLostWrite ? .storage : .cannotWrite
    case .input, .refused: .badData
    case .unfit: .configuration
    case .undrawn: .unavailable
    case .stopped: .ok
    }
  }
}
