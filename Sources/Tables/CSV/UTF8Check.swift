/// Whether bytes are UTF-8.
enum UTF8Check {
  /// How many sequences of a text are UTF-8 beyond ASCII, and how many bytes are not UTF-8.
  struct Census: Equatable {
    var good = 0
    var bad = 0
  }

  /// Counts the sequences of a range; a sequence that is cut off by its end counts as neither.
  static func census(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Census {
    var census = Census()
    var position = ByteKernels.firstNonASCII(bytes, from: start, to: end)
    while position < end {
      let length = sequenceLength(bytes, at: position, to: end)
      if length > 0 {
        census.good += 1
        position += length
      } else if isCutOff(bytes, at: position, to: end) {
        break
      } else {
        census.bad += 1
        position += 1
      }
      position = ByteKernels.firstNonASCII(bytes, from: position, to: end)
    }
    return census
  }

  /// Whether a range is UTF-8 from its first to its last byte.
  static func isValid(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var position = start
    while position < end {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      let length = sequenceLength(bytes, at: position, to: end)
      guard length > 0 else { return false }
      position += length
    }
    return true
  }

  /// The length of the sequence of two to four bytes that begins here; 0 if none does.
  static func sequenceLength(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Int {
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xbf) -> Bool {
      start + offset < end && range.contains(bytes[start + offset])
    }
    switch bytes[start] {
    case 0xc2...0xdf: return follows(1) ? 2 : 0
    case 0xe0: return follows(1, 0xa0...0xbf) && follows(2) ? 3 : 0
    case 0xed: return follows(1, 0x80...0x9f) && follows(2) ? 3 : 0
    case 0xe1...0xec, 0xee, 0xef: return follows(1) && follows(2) ? 3 : 0
    case 0xf0: return follows(1, 0x90...0xbf) && follows(2) && follows(3) ? 4 : 0
    case 0xf1...0xf3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xf4: return follows(1, 0x80...0x8f) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether the end of the range cuts a sequence that is good as far as it goes.
  private static func isCutOff(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Bool {
    let length =
      switch bytes[start] {
      case 0xc2...0xdf: 2
      case 0xe0...0xef: 3
      case 0xf0...0xf4: 4
      default: 1
      }
    guard start + length > end else { return false }
    for position in start + 1..<end where !(0x80...0xbf).contains(bytes[position]) {
      return false
    }
    return true
  }
}
