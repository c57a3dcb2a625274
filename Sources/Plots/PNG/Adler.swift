/// The checksum of a zlib stream, over rows of which many are alike.
struct Adler {
  private static let prime: UInt64 = 65_521
  private var one: UInt64 = 1
  private var two: UInt64 = 0

  /// The sum of all that was added.
  var value: UInt32 { UInt32(two << 16 | one) }

  /// Adds the same row some times over.
  ///
  /// What bytes add to both sums depends on the sums before only by a product, so a row is looked at once, and
  /// of a run only its ends.
  mutating func add(_ row: ArraySlice<RowStack.Run>, width: Int, times: Int) {
    var (sum, weighted): (UInt64, UInt64) = (0, 0)
    var start = 0
    for run in row {
      let end = Int(run.end)
      // Paper is 0 and adds nothing.
      if run.byte != 0 {
        let all = UInt64(run.byte) * UInt64(end - start)
        sum += all
        // Each byte counts as often as there are bytes from it to the end of the row: an arithmetic series, which is
        // even here or divided after the product.
        weighted += all * UInt64(2 * width - start - end + 1) / 2
      }
      start = end
    }
    (sum, weighted) = (sum % Self.prime, weighted % Self.prime)
    let length = UInt64(width) % Self.prime
    for _ in 0..<times {
      two = (two + length * one + weighted) % Self.prime
      one = (one + sum) % Self.prime
    }
  }
}
