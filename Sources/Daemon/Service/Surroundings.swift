import Glibc

/// What the porter needs of the world besides disks: clocks, chance, and whether it should stop.
///
/// A value of closures, so that a test can bring its own world.
package struct Surroundings: Sendable {
  /// Time that never jumps, from any beginning.
  package var now: @Sendable () -> Duration
  /// The calendar day that has begun somewhere on earth, in days since 1970-01-01.
  package var today: @Sendable () -> Int32
  /// Seconds since 1970-01-01, for receipts.
  package var seconds: @Sendable () -> Int64
  /// A name that was never used before.
  package var token: @Sendable () -> String
  /// Says whether everything should come to an end.
  package var wantsStop: @Sendable () -> Bool

  package init(
    now: @escaping @Sendable () -> Duration,
    today: @escaping @Sendable () -> Int32,
    seconds: @escaping @Sendable () -> Int64,
    token: @escaping @Sendable () -> String,
    wantsStop: @escaping @Sendable () -> Bool,
  ) {
    self.now = now
    self.today = today
    self.seconds = seconds
    self.token = token
    self.wantsStop = wantsStop
  }

  /// The real world.
  package static let real = Surroundings(
    now: { Self.clock(CLOCK_MONOTONIC) },
    // The first places on earth are 14 hours ahead: an order of their today is not in the future.
    today: { Int32((Self.clock(CLOCK_REALTIME).components.seconds + 14 * 3600) / 86_400) },
    seconds: { Self.clock(CLOCK_REALTIME).components.seconds },
    token: {
      var bytes = [UInt8](repeating: 0, count: 8)
      guard unsafe getentropy(&bytes, bytes.count) == 0 else {
        preconditionFailure("The system has no entropy to give.")
      }
      return Hexadecimal.text(bytes)
    },
    wantsStop: { SignalPipe.hasRung },
  )

  private static func clock(_ id: clockid_t) -> Duration {
    var time = timespec()
    unsafe clock_gettime(id, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}
