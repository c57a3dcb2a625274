package import Logging
import Storage

/// The service: watches the inbox and has every file carried to its answer, one run at a time.
///
/// One thread and one loop: list the inbox, take what has settled, work, wait for news. A class,
/// because it owns the lock and the watch.
package final class Service {
  private let settings: Settings
  private let surroundings: Surroundings
  private let drawing: Drawing
  private let log: Logger
  private let wire: Tripwire
  private let supervisor: Supervisor
  private let news = InboxNews()
  private var pause = Pause()
  private var hasNews = true
  private var isReady = false

  package init(
    settings: Settings,
    environment: [String: String],
    log: Logger,
    drawing: Drawing = .house,
    surroundings: Surroundings = .real,
    wire: Tripwire = .none,
  ) {
    self.settings = settings
    self.log = log
    self.drawing = drawing
    self.surroundings = surroundings
    self.wire = wire
    supervisor = Supervisor(environment: environment)
  }

  /// How long the service goes on.
  package enum Span: Sendable {
    /// Until a signal ends it.
    case untilStopped
    /// Until every file in the inbox has found its end.
    case once
  }

  /// Runs until a signal comes, or, `once`, until every file in the inbox has found its end.
  ///
  /// Gives the code to exit with, and the error in three parts if there is one to show.
  package func run(_ span: Span) -> (code: ExitCode, reason: Reason?) {
    SignalPipe.install()
    do {
      let state = try House.opening("state folder") {
        try Folder.makeIfMissing(at: settings.state, mode: 0o700, wire: wire)
      }
      let lock = try House.opening("state folder") { try StateLock(state: state) }
      return try withExtendedLifetime(lock) { try serve(span, state: state) }
    } catch {
      return end(Fate(of: error, file: ""))
    }
  }

  private func serve(_ span: Span, state: Folder) throws -> (code: ExitCode, reason: Reason?) {
    for warning in settings.warnings {
      log.warning("\(warning)")
    }
    log.info("watching", metadata: ["inbox": "\(settings.inbox)", "version": "\(Engine.version)"])
    var loop: Loop?
    while !surroundings.wantsStop() {
      do {
        if let answer = try turn(&loop, state, span) { return answer }
        if pause.end() { supervisor.status("Watching the inbox.") }
      } catch {
        let fate = Fate(of: error, file: "")
        guard case .retryLater(let reason, let code) = fate, span == .untilStopped else {
          return end(fate)
        }
        tellReady()
        rest(reason, code)
        // Folders may have been mounted, moved or made anew meanwhile.
        loop = nil
      }
    }
    return end(.stop)
  }

  /// What the loop remembers between turns.
  private struct Loop {
    let porter: Porter
    var watcher: InboxWatcher
    var lastProgress: Duration
    var skipped: [String: SkipReason] = [:]

    init(_ service: Service, _ state: Folder) throws {
      let house = try House(service.settings, state: state, wire: service.wire)
      porter = Porter(
        house: house,
        settings: service.settings,
        surroundings: service.livingSurroundings,
        drawing: service.drawing,
        log: service.log
      )
      watcher = InboxWatcher(root: house.inbox.root, watch: service.settings.watch)
      lastProgress = service.surroundings.now()
      try house.sweep()
      service.watch(house)
    }
  }

  /// The world as the porter sees it: each time it asks whether to stop, the service manager hears
  /// that we live.
  private var livingSurroundings: Surroundings {
    var living = surroundings
    let (supervisor, wantsStop, now) = (supervisor, surroundings.wantsStop, surroundings.now)
    guard let watchdog = supervisor.watchdog else { return living }
    let lastSign = LastSign()
    living.wantsStop = {
      if lastSign.isDue(now(), every: watchdog / 4) { supervisor.alive() }
      return wantsStop()
    }
    return living
  }

  /// One look at the inbox with the work that comes of it, and the wait after it.
  private func turn(
    _ started: inout Loop?,
    _ state: Folder,
    _ span: Span,
  ) throws -> (code: ExitCode, reason: Reason?)? {
    var loop = try started ?? Loop(self, state)
    tellReady()
    defer { started = loop }
    try loop.porter.house.assertInPlace(settings)
    try loop.porter.carry()
    let sweep = try loop.watcher.sweep(now: surroundings.now())
    tellSkipped(sweep, &loop)
    if try !sweep.settled.isEmpty && loop.porter.claim(sweep.settled) > 0 {
      try loop.porter.carry()
      FreedMemory.giveBack()
      loop.lastProgress = surroundings.now()
      return nil
    }
    if span == .once, isDrained(sweep, loop) { return (.ok, nil) }
    wait(until: sweep.nextLook)
    watch(loop.porter.house)
    return nil
  }

  /// Nothing will be taken any more: what still waits cannot be read, or has been changing for too
  /// long.
  private func isDrained(_ sweep: InboxWatcher.Sweep, _ loop: Loop) -> Bool {
    guard sweep.settled.isEmpty else { return false }
    let readable = sweep.waiting.filter { $0.1 != .unreadable }
    let patience = max(.seconds(30), settings.watch.settle * 5)
    return readable.isEmpty || surroundings.now() - loop.lastProgress > patience
  }

  /// Says once of each thing why it is left alone.
  private func tellSkipped(_ sweep: InboxWatcher.Sweep, _ loop: inout Loop) {
    var now: [String: SkipReason] = [:]
    for (place, reason) in sweep.skipped where reason != .ignoredName {
      now[place.shown] = reason
    }
    for (place, reason) in sweep.waiting where reason == .unreadable {
      now[place.shown] = .waiting(reason)
    }
    for (shown, reason) in now.sorted(by: { $0.key < $1.key }) where loop.skipped[shown] != reason {
      log.warning("left alone", metadata: ["file": "\(shown)", "why": "\(reason.sentence)"])
    }
    loop.skipped = now
  }

  /// Ready is who watches, or who waits for the disk to be in order again.
  private func tellReady() {
    if !isReady { supervisor.ready() }
    isReady = true
  }

  private func wait(until nextLook: Duration?) {
    let now = surroundings.now()
    var time = settings.watch.sweep
    if let nextLook { time = min(time, nextLook - now) }
    sleep(for: time)
  }

  /// Waits, and tells the service manager in between that we live.
  private func sleep(for time: Duration) {
    let end = surroundings.now() + time
    supervisor.alive()
    let sign = supervisor.watchdog.map { $0 / 2 } ?? time
    news.wait(atMost: min(time, sign))
    if supervisor.watchdog != nil, surroundings.now() < end { supervisor.alive() }
  }

  /// Waits before something that failed is tried again, longer each time.
  private func rest(_ reason: Reason, _ code: ExitCode) {
    let time = pause.next()
    log.error(
      "cannot go on now; trying again",
      metadata: [
        "why": "\(reason.what)", "where": "\(reason.place)", "code": "\(code.rawValue)",
        "seconds": "\(time.components.seconds)",
      ]
    )
    supervisor.status("Waiting: \(reason.what)")
    let end = surroundings.now() + time
    while surroundings.now() < end, !surroundings.wantsStop() {
      sleep(for: end - surroundings.now())
    }
  }

  /// Asks the kernel for news of the inbox and its folders; says once when there are none.
  private func watch(_ house: House) {
    let names = (try? house.inbox.root.names()) ?? []
    let folders = names.compactMap { name -> String? in
      guard let text = String(validating: name.bytes, as: UTF8.self), DatasetSettings.isName(text)
      else { return nil }
      let isFolder = (try? house.inbox.root.facts(of: name))??.kind == .folder
      return isFolder ? settings.inbox + "/" + text : nil
    }
    let isWatching = news.watch([settings.inbox] + folders)
    if !isWatching, hasNews {
      log.warning("the kernel tells no news of the inbox; it is only looked at from time to time")
    }
    hasNews = isWatching
  }

  private func end(_ fate: Fate) -> (code: ExitCode, reason: Reason?) {
    supervisor.stopping()
    switch fate {
    case .stop:
      log.info("stopped")
      return (.ok, nil)
    case .end(let reason, let code), .retryLater(let reason, let code):
      return (code, reason)
    case .refuse(let reason):
      return (.badData, reason)
    }
  }
}
