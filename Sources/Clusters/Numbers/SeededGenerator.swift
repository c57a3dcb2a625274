/// Chance that can be repeated: the same seed gives the same numbers on every machine.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// A generator of its own for one purpose, so that no two draw from the same stream.
  ///
  /// The tag names the purpose (a method), the numbers tell its uses apart (k, restart).
  package static func derived(from seed: UInt64, tag: String, _ numbers: Int...) -> Self {
    var mixed = Self(seed: seed)
    var state = mixed.next()
    for byte in tag.utf8 {
      mixed = Self(seed: state ^ UInt64(byte))
      state = mixed.next()
    }
    for number in numbers {
      mixed = Self(seed: state ^ UInt64(bitPattern: Int64(number)))
      state = mixed.next()
    }
    return Self(seed: state)
  }

  /// The next 64 bits (the SplitMix64 step of Steele, Lea and Flood, 2014).
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including 1.
  package mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
