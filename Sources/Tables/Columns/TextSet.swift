/// The different texts met so far, numbered by first appearance.
///
/// Open addressing with linear probing. A slot keeps the hash beside the number, so that another
/// text's bytes are almost never touched. The texts stay where they are: callers hand in the same
/// array of bytes each time.
struct TextSet {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  private var ranges: [Range<Int>] = []

  /// How many different texts there are.
  var count: Int { ranges.count }

  /// Makes a set with room for so many texts.
  init(expected: Int) {
    var slots = 16
    while slots < expected * 2 { slots *= 2 }
    hashes = Array(repeating: 0, count: slots)
    numbers = Array(repeating: -1, count: slots)
  }

  /// The number of the text at this range, which is new if the text was not met before.
  mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    if ranges.count * 2 >= hashes.count { grow() }
    let hash = ByteKernels.hash(bytes.span, from: range.lowerBound, to: range.upperBound)
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while numbers[slot] >= 0 {
      if hashes[slot] == hash, Self.equal(bytes, ranges[Int(numbers[slot])], range) {
        return Int(numbers[slot])
      }
      slot = (slot + 1) & (hashes.count - 1)
    }
    hashes[slot] = hash
    numbers[slot] = Int32(ranges.count)
    ranges.append(range)
    return ranges.count - 1
  }

  private mutating func grow() {
    let oldHashes = hashes
    let oldNumbers = numbers
    hashes = Array(repeating: 0, count: oldHashes.count * 2)
    numbers = Array(repeating: -1, count: oldHashes.count * 2)
    for old in oldHashes.indices where oldNumbers[old] >= 0 {
      var slot = Int(truncatingIfNeeded: oldHashes[old]) & (hashes.count - 1)
      while numbers[slot] >= 0 { slot = (slot + 1) & (hashes.count - 1) }
      hashes[slot] = oldHashes[old]
      numbers[slot] = oldNumbers[old]
    }
  }

  private static func equal(_ bytes: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] {
      return false
    }
    return true
  }
}
