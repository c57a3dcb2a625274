/// Samples of customers that every run and every machine draws alike.
enum Sample {
  /// The rows with the smallest key hashes, ascending; every round draws another sample.
  static func rows(_ count: Int, of keys: [Key], round: UInt64 = 0) -> [Int] {
    guard keys.count > count else { return Array(keys.indices) }
    let hashes = keys.map { mixed($0.sampleHash, round) }
    return keys.indices
      .sorted { hashes[$0] == hashes[$1] ? keys[$0] < keys[$1] : hashes[$0] < hashes[$1] }
      .prefix(count)
      .sorted()
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
