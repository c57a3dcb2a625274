import Segments
import Storage

/// What is done after an error: the one place that decides.
package enum Fate: Equatable, Sendable {
  /// The file is laid aside with this reason; others go on.
  case refuse(Reason)
  /// Nothing is lost; the same is tried again after a while. In a single pass the program ends with
  /// this code.
  case retryLater(Reason, ExitCode)
  /// Somebody asked to stop.
  case stop
  /// The program must not go on.
  case end(Reason, ExitCode)

  /// Decides for an error that came up while a file was worked on.
  package init(of error: any Error, file: String) {
    switch error {
    case let error as SegmentError: self = Self.fate(of: error, file: file)
    case let error as StoreError: self = Self.fate(of: error)
    case let error as FileFailure: self = Self.fate(of: error)
    case DaemonError.stopped: self = .stop
    case let error as DaemonError: self = .end(error.reason, error.exitCode)
    default:
      self = .end(
        Reason(
          what:
            "An unexpected error: \(EscapedText.escape(String(describing: error)).prefix(200)).",
          place: file,
          toDo: "Report this to the people who keep segmentd; no file is lost."
        ),
        .bug
      )
    }
  }

  private static func fate(of error: SegmentError, file: String) -> Fate {
    let place: String
    if case .refused(let refusal) = error, !refusal.place.isEmpty {
      place = refusal.place.contains(file) ? refusal.place : "\(file), \(refusal.place)"
    } else {
      place = file
    }
    let reason = Reason(what: error.errorDescription, place: place, toDo: error.whatToDo)
    switch error {
    case .refused, .table, .computation: return .refuse(reason)
    case .stopped: return .stop
    case .unreadable: return .retryLater(reason, .tryAgain)
    case .spillFailed: return .retryLater(reason, .cannotWrite)
    case .damagedLedger, .unreadableReport: return .end(reason, .storage)
    }
  }

  private static func fate(of error: StoreError) -> Fate {
    let sentences = error.errorDescription ?? ""
    let reason = Reason(
      what: sentences,
      place: "the state folder",
      toDo: "See above; no file is lost."
    )
    switch error {
    case .newerSchema, .olderSchema: return .end(reason, .configuration)
    case .full: return .retryLater(reason, .storage)
    case .busy: return .retryLater(reason, .tryAgain)
    case .damaged, .unwritable, .unsafeSettings, .changedBytes, .refused:
      return .end(reason, .storage)
    }
  }

  /// A write that the kernel may have thrown away is never tried again in the same process.
  private static func fate(of failure: FileFailure) -> Fate {
    let reason = Reason(
      what: "The disk refused to \(failure.attempt): \(failure.cause).",
      place: failure.path,
      toDo: failure.isFull
        ? "Free some space; segmentd goes on by itself." : "Check the disk and the permissions."
    )
    if failure.isLostWrite { return .end(reason, .storage) }
    return .retryLater(reason, failure.isFull || failure.isForbidden ? .cannotWrite : .tryAgain)
  }
}
