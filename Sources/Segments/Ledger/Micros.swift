/// An amount in millionths of a unit, so that sums are exact and do not depend on their order.
package struct Micros: Hashable, Sendable, Comparable, AdditiveArithmetic {
  package var raw: Int64

  package static let zero = Micros(raw: 0)

  /// The largest amount of a line that is kept, a billion; anything above is unreadable.
  ///
  /// A sum has room for nine trillion units; what no shop turns over is clamped there, never wrapped.
  static let largest = 1.0e9

  package init(raw: Int64) {
    self.raw = raw
  }

  /// The nearest millionth, or `nil` for amounts no shop has.
  @inline(__always)
  package init?(_ value: Double) {
    guard value.magnitude <= Self.largest else { return nil }
    let scaled = value * 1_000_000
    let whole = Int64(scaled)
    // To the nearest, ties away from zero, as `rounded` does it by a call; the difference is exact.
    let rest = scaled - Double(whole)
    raw = whole + (rest >= 0.5 ? 1 : rest <= -0.5 ? -1 : 0)
  }

  package var value: Double { Double(raw) / 1_000_000 }

  package static func + (left: Micros, right: Micros) -> Micros {
    let (sum, overflows) = left.raw.addingReportingOverflow(right.raw)
    return Micros(raw: overflows ? (left.raw < 0 ? .min : .max) : sum)
  }

  package static func - (left: Micros, right: Micros) -> Micros {
    let (difference, overflows) = left.raw.subtractingReportingOverflow(right.raw)
    return Micros(raw: overflows ? (left.raw < 0 ? .min : .max) : difference)
  }

  package static func < (left: Micros, right: Micros) -> Bool {
    left.raw < right.raw
  }

  var magnitude: Micros { Micros(raw: raw.magnitude > UInt64(Int64.max) ? .max : abs(raw)) }
}
