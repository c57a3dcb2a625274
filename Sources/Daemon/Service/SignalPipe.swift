import Glibc

/// A pipe that a signal writes into, so that a waiting loop wakes and a busy one can look.
///
/// Nothing is ever read from it: once a signal has come, the pipe stays readable and everybody who
/// looks sees it.
enum SignalPipe {
  /// Catches the signals that ask to end; ignores those that would kill for nothing.
  static func install() {
    _ = ends
    for number in [SIGTERM, SIGINT] {
      signal(number) { number in
        // A second one ends the program at once, which is as safe as any other death.
        signal(number, SIG_DFL)
        var byte: UInt8 = 1
        _ = unsafe write(SignalPipe.ends.writing, &byte, 1)
      }
    }
    unblock()
    signal(SIGPIPE, SIG_IGN)
    // A lease that is tested while somebody opens the file for writing sends this one.
    signal(SIGIO, SIG_IGN)
    // A limit on file sizes is an error of that write, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Lets the signals in: who started us may have blocked them, and the mask is inherited.
  private static func unblock() {
    var asked = sigset_t()
    unsafe sigemptyset(&asked)
    unsafe sigaddset(&asked, SIGTERM)
    unsafe sigaddset(&asked, SIGINT)
    _ = unsafe pthread_sigmask(SIG_UNBLOCK, &asked, nil)
  }

  /// Says whether one of the signals has come.
  static var hasRung: Bool {
    var request = pollfd(fd: ends.reading, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  static var descriptor: Int32 { ends.reading }

  // A handler has no context to carry the descriptors in, so they are made once and never change.
  private static let ends: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { preconditionFailure("No pipe can be made.") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }()
}
