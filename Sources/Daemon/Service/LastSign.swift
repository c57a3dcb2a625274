import Synchronization

/// When the service manager last heard of us, so that it does not hear too often.
///
/// A class, because a closure that many ask shares it.
final class LastSign: Sendable {
  private let last = Mutex<Duration?>(nil)

  /// Says whether so much time has passed since the last yes.
  func isDue(_ now: Duration, every interval: Duration) -> Bool {
    last.withLock { last in
      if let before = last, now - before < interval { return false }
      last = now
      return true
    }
  }
}
