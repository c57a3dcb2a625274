/// Keeps drawing coordinates inside what every output format can hold.
///
/// Cairo turns a path with one bad number into an error state that silences the whole page, so no
/// such number ever enters a scene.
enum Coordinate {
  /// Far outside of any page, well inside of Cairo's fixed-point range.
  static let limit = 20_000.0

  /// The value itself when it can be drawn, else the nearest value that can; not-a-number becomes 0.
  static func clamped(_ value: Double) -> Double {
    guard !value.isNaN else { return 0 }
    return min(max(value, -limit), limit)
  }
}
