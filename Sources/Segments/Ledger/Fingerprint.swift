/// A number spread evenly over all texts, the same on every machine.
enum Fingerprint {
  /// FNV-1a over the bytes, finished with the mixer of SplitMix64.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return mixed(hash)
  }

  /// The same of a part of an array; no slice is made.
  @inline(__always)
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    let bytes = bytes.span
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in range {
      hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01b3
    }
    return mixed(hash)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}
