package import Tables

/// What stops a run of the study.
package enum SegmentError: Error, Equatable, Sendable {
  /// The file was read but cannot be used.
  case refused(Refusal)
  /// The bytes could not be read as a table.
  case table(TableError)
  /// The disk or the system failed while the file was read; the file may be fine.
  case unreadable(ReadFailure)
  /// What does not fit into memory could not be kept outside it; the file may be fine.
  case spillFailed(ReadFailure)
  /// Somebody asked to stop; nothing is wrong.
  case stopped(Stage)
  /// The kept ledger is not one this version wrote.
  case damagedLedger(chunk: String)
  /// A kept report is not one this version can read.
  case unreadableReport(String)
  /// Arithmetic refused a matrix; the words are those of that room.
  case computation(String)

  /// Whether the file's content caused this, so that no retry can help.
  package var isBadData: Bool {
    switch self {
    case .refused, .table: true
    case .unreadable, .spillFailed, .stopped, .damagedLedger, .unreadableReport, .computation: false
    }
  }

  /// What happened and where.
  package var errorDescription: String {
    switch self {
    case .refused(let refusal): refusal.what
    case .table(let error): error.errorDescription
    case .unreadable(let failure): "The file could not be read: \(failure.words)."
    case .spillFailed(let failure):
      "The file needs more memory than allowed, and what goes beyond cannot be kept on the disk: \(failure.words)."
    case .stopped(let stage): "The run was asked to stop before the stage “\(stage.rawValue)”."
    case .damagedLedger(let chunk):
      "The kept state holds a part (“\(chunk)”) that this version cannot read."
    case .unreadableReport(let why): "A kept report cannot be read: \(why)."
    case .computation(let words): words
    }
  }

  /// What somebody can do about it.
  package var whatToDo: String {
    switch self {
    case .refused(let refusal): refusal.toDo
    case .table(let error): error.whatToDo
    case .unreadable: "Check the disk or the share it lies on; the file is tried again."
    case .spillFailed:
      "Free some space in the state folder (for `report` and `inspect` in the folder for temporary files), or raise `limits.memory`."
    case .stopped: "Start the service again; the file is still there."
    case .damagedLedger:
      "Restore the state directory from a backup, or remove it and drop the exports again."
    case .unreadableReport: "Draw that run again with the version that made it."
    case .computation: "Send the file's first lines to the people who keep this program."
    }
  }
}

/// Why a file cannot be used: what is wrong, where, and what to do.
package struct Refusal: Equatable, Sendable {
  package var what: String
  package var place: String
  package var toDo: String

  package init(what: String, place: String, toDo: String) {
    self.what = what
    self.place = place
    self.toDo = toDo
  }
}
