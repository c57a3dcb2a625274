/// A wait that doubles from two seconds to one minute.
struct Pause {
  private var seconds = Self.first
  private static let first = 2

  mutating func next() -> Duration {
    defer { seconds = min(60, seconds * 2) }
    return .seconds(seconds)
  }

  /// Begins anew with the shortest wait, and says whether there was one.
  mutating func end() -> Bool {
    defer { seconds = Self.first }
    return seconds != Self.first
  }
}
