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
  /// A template that somebody asked for is missing or has faults.
  case template(String, name: String)
  /// A template would be written over.
  case templateIsThere(path: String)
  /// The pages could not be drawn.
  case undrawn(String)
  /// Tokens are asked for where no service has made their secret.
  case noTokens(path: String)
  /// What was drawn fails its own checks and is not published.
  case flawed(String)
  /// No run was ever made in this state.
  case nothingKept(path: String)
  case unknownDataset(String, known: [String])
  case unknownRun(String)
  /// The run is known, but its report and model are not kept any more.
  case retiredRun(String)
  case unknownCustomer(String)
  /// What is needed to repeat the runs is not kept any more.
  case notRepeatable(dataset: String, missing: Int)
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
    case .template(let words, let name):
      Reason(
        what: words,
        place: "the template \(EscapedText.escape(name).prefix(80))",
        toDo: "Correct it; `segmentd templates list` names all, `segmentd check` tries them."
      )
    case .templateIsThere(let path):
      Reason(
        what: "A template of this name is there already.",
        place: path,
        toDo: "Name another folder, or move the file away first."
      )
    case .undrawn(let words):
      Reason(
        what: "The pages could not be drawn: \(words)",
        place: "the drawing of the dashboard",
        toDo: "Run `segmentd check`; it names the font or library that is missing."
      )
    case .noTokens(let path):
      Reason(
        what: "Tokens for customers need the secret that the service keeps in its state folder.",
        place: path,
        toDo: "Name that folder with `--state`, or set `report.privacy.ids` to `plain`."
      )
    case .flawed(let words):
      Reason(
        what: words,
        place: "the drawing of the dashboard",
        toDo: "Choose another template with `report.template`; no file is lost."
      )
    case .nothingKept(let path):
      Reason(
        what: "Nothing is kept here: no run was ever made.",
        place: path,
        toDo: "Name the state folder with --state, or drop an export and run the service first."
      )
    case .unknownDataset(let name, let known):
      Reason(
        what: "There is no dataset “\(EscapedText.escape(name).prefix(64))”.",
        place: "the kept state",
        toDo: known.isEmpty
          ? "Drop an export and run the service first."
          : "Name one of these: \(known.prefix(12).joined(separator: ", "))."
      )
    case .unknownRun(let name):
      Reason(
        what: "There is no run “\(EscapedText.escape(name).prefix(80))”.",
        place: "the kept state",
        toDo: "`segmentd history` lists all runs; a dataset's name stands for its newest."
      )
    case .retiredRun(let name):
      Reason(
        what: "The report and the model of this run are not kept any more.",
        place: EscapedText.escape(name),
        toDo: "Choose a newer run, and raise `keep.runs` to keep more of them."
      )
    case .unknownCustomer(let key):
      Reason(
        what: "No dataset has a purchase or a row of this customer.",
        place: "“\(EscapedText.escape(key).prefix(40))”",
        toDo: "Write the key as the export has it; `segments.csv` lists all customers."
      )
    case .notRepeatable(let dataset, let missing):
      Reason(
        what: "The runs cannot be repeated: \(missing) accepted files are not kept any more.",
        place: "dataset \(dataset)",
        toDo: "Keep files longer (`keep.files`); the ledger itself is whole (`segmentd verify`)."
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
    case .input, .refused, .nothingKept, .unknownDataset, .unknownRun, .retiredRun,
      .unknownCustomer:
      .badData
    case .notRepeatable: .storage
    case .unfit, .noTokens, .template: .configuration
    case .templateIsThere: .cannotWrite
    case .undrawn: .unavailable
    case .flawed: .bug
    case .stopped: .ok
    }
  }
}
