/// Samples of customers that every run and every machine draws alike.
enum Sample {
  /// The rows with the smallest key hashes, ascending; every round draws another sample.
  static func rows(_ count: Int, of keys: [Key], round: UInt64 = 0) -> [Int] {
    rows(count, of: keys, hashes: keys.map(\.sampleHash), round: round)
  }

  /// The same when the hashes of the keys are known, for many rounds on the same keys.
  ///
  /// Cost: two looks at the hashes. Only the rows of the stretch of hashes in which the sample ends
  /// are put in order.
  static func rows(_ count: Int, of keys: [Key], hashes: [UInt64], round: UInt64) -> [Int] {
    guard keys.count > count else { return Array(keys.indices) }
    let hashes = hashes.map { mixed($0, round) }
    let bits: UInt64 = 12
    var counts = [Int](repeating: 0, count: 1 << bits)
    for hash in hashes { counts[Int(hash >> (64 - bits))] += 1 }
    var (last, before) = (0, 0)
    while before + counts[last] < count {
      before += counts[last]
      last += 1
    }
    var rows: [Int] = []
    var doubtful: [Int] = []
    for (row, hash) in hashes.enumerated() where hash >> (64 - bits) <= UInt64(last) {
      if hash >> (64 - bits) < UInt64(last) { rows.append(row) } else { doubtful.append(row) }
    }
    doubtful.sort { hashes[$0] == hashes[$1] ? keys[$0] < keys[$1] : hashes[$0] < hashes[$1] }
    return (rows + doubtful.prefix(count - before)).sorted()
  }

  /// Another number for every round, the same one for round 0.
  private static func mixed(_ hash: UInt64, _ round: UInt64) -> UInt64 {
    guard round > 0 else { return hash }
    var mixed = hash &+ round &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
