/// Finds out how characters are written, and refuses what is no text.
struct EncodingSniffer {
  /// The bytes at the start of the file.
  let head: [UInt8]

  /// The encoding and the length of the byte order mark.
  func encoding() throws(TableError) -> (encoding: TextEncoding, hasBOM: Bool) {
    if head.starts(with: [0xef, 0xbb, 0xbf]) {
      try refuseEmpty(after: 3)
      return (.utf8, true)
    }
    if head.starts(with: [0xff, 0xfe]) {
      try refuseEmpty(after: 2)
      return (.utf16le, true)
    }
    if head.starts(with: [0xfe, 0xff]) {
      try refuseEmpty(after: 2)
      return (.utf16be, true)
    }
    try refuseEmpty(after: 0)
    try refuseKnownFormats()
    if let encoding = utf16WithoutMark() { return (encoding, false) }
    try refuseNoise()
    return (Self.eightBit(head.span, from: 0, to: head.count), false)
  }

  /// UTF-8 unless more than one in ten sequences beyond ASCII is none.
  static func eightBit(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> TextEncoding {
    let census = UTF8Check.census(bytes, from: start, to: end)
    return census.bad * 10 > census.good ? .windows1252 : .utf8
  }

  private func refuseEmpty(after mark: Int) throws(TableError) {
    if head.count == mark { throw .empty }
  }

  private func refuseKnownFormats() throws(TableError) {
    let formats: [([UInt8], BinaryContent)] = [
      ([0x50, 0x4b, 0x03, 0x04], .zipOrWorkbook),
      ([0xd0, 0xcf, 0x11, 0xe0], .oldWorkbook),
      (Array("%PDF-".utf8), .pdf),
      ([0x1f, 0x8b], .gzip),
      ([0x28, 0xb5, 0x2f, 0xfd], .zstandard),
    ]
    for (magic, content) in formats where head.starts(with: magic) {
      throw .binary(content)
    }
  }

  /// UTF-16 whose author forgot the mark: Western text has a zero in every other byte.
  private func utf16WithoutMark() -> TextEncoding? {
    let sample = head.prefix(4096)
    let pairs = sample.count / 2
    guard pairs >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for offset in 0..<pairs {
      if sample[offset * 2] == 0 { zeros.even += 1 }
      if sample[offset * 2 + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 10 >= pairs * 7, zeros.even * 20 <= pairs { return .utf16le }
    if zeros.even * 10 >= pairs * 7, zeros.odd * 20 <= pairs { return .utf16be }
    return nil
  }

  private func refuseNoise() throws(TableError) {
    let sample = head.prefix(1 << 16)
    var zeros = 0
    var controls = 0
    for byte in sample {
      switch byte {
      case 0: zeros += 1
      case 0x09, 0x0a, 0x0c, 0x0d: continue
      case 0x01..<0x20, 0x7f: controls += 1
      default: continue
      }
    }
    guard (zeros + controls) * 20 > sample.count || zeros * 100 > sample.count else { return }
    throw .binary(.unknown(controlPercent: max(1, (zeros + controls) * 100 / sample.count)))
  }
}
