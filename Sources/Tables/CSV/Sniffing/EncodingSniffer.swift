/// Finds out how characters are written, and refuses what is no text.
struct EncodingSniffer {
  /// The bytes at the start of the file.
  let head: [UInt8]

  /// The byte order marks; those of UTF-32 begin like those of UTF-16.
  private static let marks: [([UInt8], TextEncoding)] = [
    ([0xff, 0xfe, 0, 0], .named("UTF-32LE")), ([0, 0, 0xfe, 0xff], .named("UTF-32BE")),
    ([0xef, 0xbb, 0xbf], .utf8), ([0xff, 0xfe], .utf16le), ([0xfe, 0xff], .utf16be),
  ]

  /// The encoding, and whether the text begins with a byte order mark.
  ///
  /// - Parameter pinned: The encoding if it is known; a mark at the beginning is believed more.
  func encoding(
    pinned: TextEncoding? = nil
  ) throws(TableError) -> (encoding: TextEncoding, hasBOM: Bool) {
    for (mark, encoding) in Self.marks where head.starts(with: mark) {
      try refuseEmpty(after: mark.count)
      return (encoding, true)
    }
    try refuseEmpty(after: 0)
    try refuseKnownFormats()
    if let pinned { return (pinned, false) }
    if let encoding = utf16WithoutMark() { return (encoding, false) }
    try refuseNoise()
    return (Self.eightBit(head.span, from: 0, to: head.count), false)
  }

  /// UTF-8 unless more than one in ten sequences beyond ASCII is none.
  static func eightBit(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> TextEncoding {
    let census = UTF8Check.census(bytes, from: start, to: end)
    guard census.bad * 10 > census.good else { return .utf8 }
    return Latin9.isLikely(bytes, from: start, to: end) ? .latin9 : .windows1252
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

  /// UTF-16 whose author forgot the mark: Western text has a zero in every other byte; of other text
  /// the delimiters, digits and line breaks have one, and the rest decodes without a fault.
  private func utf16WithoutMark() -> TextEncoding? {
    let sample = head.prefix(4096)
    let pairs = sample.count / 2
    guard pairs >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for offset in 0..<pairs {
      if sample[offset * 2] == 0 { zeros.even += 1 }
      if sample[offset * 2 + 1] == 0 { zeros.odd += 1 }
    }
    for (here, there, encoding) in [
      (zeros.odd, zeros.even, TextEncoding.utf16le), (zeros.even, zeros.odd, .utf16be),
    ] {
      if here * 10 >= pairs * 7, there * 20 <= pairs { return encoding }
      if here * 10 >= pairs, there == 0, isCleanUTF16(encoding) { return encoding }
    }
    return nil
  }

  /// Whether the first bytes are UTF-16 with line breaks and without other control characters.
  private func isCleanUTF16(_ encoding: TextEncoding) -> Bool {
    var decoder = UTF16Decoder(isLittleEndian: encoding == .utf16le)
    var text: [UInt8] = []
    decoder.decode(head.prefix(4096), into: &text)
    let hasLines = text.contains { $0 == 0x0a || $0 == 0x0d }
    let controls = text.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0a && $0 != 0x0d }
    return hasLines && !controls && decoder.undecodable == 0
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
