/// Wraps bytes as a gzip file without packing them: for the few files that are written anew.
struct StoredGzip {
  private var checksum: UInt32 = 0xFFFF_FFFF
  private var count: UInt32 = 0

  static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

  /// More bytes as stored blocks.
  mutating func wrap(_ bytes: [UInt8]) -> [UInt8] {
    var wrapped: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 65_535) {
      let piece = bytes[start..<min(start + 65_535, bytes.count)]
      wrapped += [0] + Self.little(UInt16(piece.count)) + Self.little(~UInt16(piece.count)) + piece
      for byte in piece {
        checksum = Self.table[Int((checksum ^ UInt32(byte)) & 0xFF)] ^ (checksum >> 8)
      }
    }
    count &+= UInt32(truncatingIfNeeded: bytes.count)
    return wrapped
  }

  /// The last, empty block, the checksum and the length.
  func end() -> [UInt8] {
    [1, 0, 0, 0xFF, 0xFF] + Self.little(~checksum) + Self.little(count)
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    stride(from: 0, to: Number.bitWidth, by: 8).map {
      UInt8(truncatingIfNeeded: number >> Number($0))
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
    }
  }
}
