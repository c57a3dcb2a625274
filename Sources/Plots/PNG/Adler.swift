/// The checksum of a zlib stream, over rows of which many are alike.
struct Adler {
  private static let prime: UInt64 = 65_521
  private var one: UInt64 = 1
  private var two: UInt64 = 0

  /// The sum of all that was added.
  var value: UInt32 { UInt32(two << 16 | one) }

  /// Adds the same bytes some times over.
  ///
  /// What bytes add to both sums depends on the sums before only by a product, so a row is looked at once.
  mutating func add(_ bytes: UnsafeRawBufferPointer, times: Int) {
    var (sum, weighted): (UInt64, UInt64) = (0, 0)
    let count = bytes.count
    var place = 0
    while place < count {
      // Paper is 0 and adds nothing: eight bytes at a time while there are eight.
      if place + 8 <= count, unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) == 0
      {
        place += 8
        continue
      }
      let byte = UInt64(unsafe bytes[place])
      sum += byte
      weighted += byte * UInt64(count - place)
      place += 1
    }
    (sum, weighted) = (sum % Self.prime, weighted % Self.prime)
    let length = UInt64(count) % Self.prime
    for _ in 0..<times {
      two = (two + length * one + weighted) % Self.prime
      one = (one + sum) % Self.prime
    }
  }
}
