import Glibc
import Segments
import Storage
import Testing

@testable import Daemon

@Suite("An error")
struct ErrorMessageTests {
  private static let failure = FileFailure(attempt: "write", path: "outbox/x", code: ENOSPC)
  private static let lost = FileFailure(
    attempt: "save",
    path: "outbox/x",
    code: EIO,
    isLostWrite: true
  )
  private static let errors: [DaemonError] = [
    .alreadyRunning(owner: 12, path: "state/lock"),
    .alreadyRunning(owner: nil, path: "state/lock"),
    .folder(failure, role: "outbox"),
    .input(FileFailure(attempt: "open", path: "x.csv", code: ENOENT)),
    .refused(Reason(what: "It is empty.", place: "x.csv", toDo: "Export it again.")),
    .unfit("There is no template \"x\"."),
    .undrawn("the font is missing."),
    .flawed("The drawn pages fail their own checks and are not published: page 3: blank."),
    .nothingKept(path: "state"),
    .unknownDataset("x", known: ["shop"]),
    .unknownDataset("x", known: []),
    .unknownRun("000009-x"),
    .retiredRun("000001-x"),
    .unknownCustomer("17850"),
    .notRepeatable(dataset: "shop", missing: 3),
    .template("There is no template \"x\".", name: "x"),
    .templateIsThere(path: "mine/standard.seg.yaml"),
    .stopped,
    .noTokens(path: "state"),
  ]

  @Test("says what happened, where, and what to do", arguments: errors)
  func threeParts(_ error: DaemonError) {
    let lines = error.reason.text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("What happened: ") && lines[0].hasSuffix("."))
    #expect(lines[1].hasPrefix("Where:         ") && lines[1].utf8.count > 15)
    #expect(lines[2].hasPrefix("What to do:    ") && lines[2].hasSuffix("."))
  }

  @Test("has a fate: refuse the file, try again later, stop, or end")
  func fates() {
    let refusal = Refusal(what: "No table.", place: "line 1", toDo: "Export a table.")
    #expect(
      Fate(of: SegmentError.refused(refusal), file: "a.csv")
        == .refuse(Reason(what: "No table.", place: "a.csv, line 1", toDo: "Export a table."))
    )
    #expect(Fate(of: SegmentError.stopped(.search), file: "") == .stop)
    #expect(Fate(of: DaemonError.stopped, file: "") == .stop)
    #expect(code(of: Self.failure) == (.cannotWrite, true))
    #expect(code(of: Self.lost) == (.storage, false))
    #expect(code(of: StoreError.full(path: "s")) == (.storage, true))
    #expect(code(of: StoreError.newerSchema(path: "s")) == (.configuration, false))
    #expect(code(of: StoreError.busy(path: "s")) == (.tryAgain, true))
    #expect(code(of: StoreError.damaged(path: "s")) == (.storage, false))
    #expect(code(of: Self.errors[0]) == (.tryAgain, false))
    #expect(code(of: Self.errors[6]) == (.unavailable, false))
  }

  @Test("of the store names the file and what to do, in at most three sentences")
  func store() {
    let errors: [StoreError] = [
      .newerSchema(path: "s"), .olderSchema(path: "s"), .damaged(path: "s"), .full(path: "s"),
      .busy(path: "s"),
      .unwritable(path: "s", code: 14),
      .unsafeSettings(path: "s", setting: "synchronous", found: "1"),
      .changedBytes(path: "s", dataset: "shop"), .refused(path: "s", code: 1),
    ]
    for error in errors {
      let words = error.errorDescription ?? ""
      #expect(
        words.contains("(s") && (2...3).contains(words.split(separator: ". ").count),
        "\(words)"
      )
    }
  }

  private func code(of error: any Error) -> (ExitCode, Bool) {
    switch Fate(of: error, file: "") {
    case .retryLater(_, let code): (code, true)
    case .end(_, let code): (code, false)
    case .refuse: (.badData, false)
    case .stop: (.ok, false)
    }
  }
}

private func == (left: (ExitCode, Bool), right: (ExitCode, Bool)) -> Bool {
  left.0 == right.0 && left.1 == right.1
}
