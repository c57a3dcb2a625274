/// Remembers what each file in the inbox looked like, and decides when it has come to rest.
///
/// Time is a number the caller brings, from a clock that never jumps; a file's own times are
/// compared with each other only, never with a clock.
struct SettleBook {
  private struct Page {
    var facts: FileFacts
    var since: Duration
    /// How many times the window has to pass before the file is taken.
    var windows: Int
    var wait: WaitReason
  }

  /// What is known about a file now.
  enum Verdict: Equatable {
    case settled
    case waiting(WaitReason, until: Duration)
  }

  /// What a look inside the resting file has shown.
  struct Look: Equatable {
    var writer: OpenFile.Writer
    var endsWithNewline: Bool
  }

  let window: Duration
  private var pages: [InboxPlace: Page] = [:]

  init(window: Duration) {
    self.window = window
  }

  /// Forgets files that are gone.
  mutating func keep(only places: Set<InboxPlace>) {
    pages = pages.filter { places.contains($0.key) }
  }

  /// Notes one observation; `look` is asked only when the first window has passed.
  mutating func observe(
    _ place: InboxPlace,
    _ facts: FileFacts,
    now: Duration,
    look: () -> Look?,
  ) -> Verdict {
    guard var page = pages[place], page.facts == facts else {
      pages[place] = Page(facts: facts, since: now, windows: 1, wait: .settling)
      return .waiting(.settling, until: now + window)
    }
    defer { pages[place] = page }
    let due = page.since + window * page.windows
    guard now >= due else { return .waiting(page.wait, until: due) }
    guard let seen = look() else {
      page.wait = .unreadable
      page.since = now
      return .waiting(.unreadable, until: now + window)
    }
    if seen.writer == .present {
      page.wait = .beingWritten
      page.since = now
      return .waiting(.beingWritten, until: now + window)
    }
    let (needed, wait) = windows(facts, seen)
    guard page.windows >= needed else {
      page.windows = needed
      page.wait = wait
      let due = page.since + window * needed
      return now >= due ? .settled : .waiting(wait, until: due)
    }
    return .settled
  }

  /// One window, one more where the kernel cannot tell whether somebody writes, one more for a file
  /// without a proper end.
  private func windows(_ facts: FileFacts, _ look: Look) -> (Int, WaitReason) {
    let unknown = look.writer == .unknown ? 1 : 0
    if facts.bytes == 0 { return (2 + unknown, .empty) }
    if !look.endsWithNewline { return (2 + unknown, .noFinalNewline) }
    return (1 + unknown, .settling)
  }
}
