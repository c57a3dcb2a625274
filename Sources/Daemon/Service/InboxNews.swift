import Glibc

/// The kernel's word that something happened in the inbox: a hint to look, never the truth.
///
/// Where there is no such word (a network share, no watches left) the regular sweep finds
/// everything, only later. A class, because it owns a descriptor.
final class InboxNews {
  private let descriptor: Int32
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
      | IN_ONLYDIR
  )

  init() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
  }

  deinit {
    close(descriptor)
  }

  /// Watches these folders too; watching one twice does no harm.
  ///
  /// False when one cannot be watched.
  func watch(_ paths: [String]) -> Bool {
    guard descriptor >= 0 else { return false }
    return paths.allSatisfy { unsafe inotify_add_watch(descriptor, $0, Self.mask) >= 0 }
  }

  /// Waits for news, a signal or the time to pass.
  func wait(atMost time: Duration) {
    var requests = [
      pollfd(fd: SignalPipe.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let parts = time.components
    let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    // Rounded up: a wake just before the time would only mean to wait again.
    let timeout = Int32(clamping: max(0, milliseconds) + 1)
    guard unsafe poll(&requests, 2, timeout) > 0 else { return }
    if requests[1].revents != 0 { drain() }
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while unsafe read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
