/// How many different texts were met, told apart by their hashes.
///
/// Two of some thousand texts have the same 64-bit hash once in about a million million files.
struct DistinctCount {
  private var slots: [UInt64]
  private let mask: Int
  /// How many different hashes there were.
  private(set) var count = 0

  /// Makes a count for at most so many texts.
  init(expected: Int) {
    var size = 16
    while size < expected * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds the hash of a text.
  @inline(__always)
  mutating func add(_ hash: UInt64) {
    // Zero marks a free slot.
    let key = hash == 0 ? 1 : hash
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return }
      slot = (slot &+ 1) & mask
    }
    slots[slot] = key
    count += 1
  }
}
