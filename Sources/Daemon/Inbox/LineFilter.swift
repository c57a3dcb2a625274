import Segments

/// Lets a stream of bytes pass but for some of its lines.
struct LineFilter {
  private let ranges: [Range<Int>]
  /// Bytes of a character of a line break: two or four where the encoding says so.
  private let width: Int
  private let isBigEndian: Bool
  private var line = 1
  private var place = 0
  private var followsReturn = false
  /// The first bytes of a character whose last one has not passed yet.
  private var begun: [UInt8] = []

  init(_ lines: PersonLines) {
    ranges = lines.ranges
    (width, isBigEndian) = (lines.unitBytes, lines.isBigEndian)
  }

  /// What of a block passes.
  mutating func passing(_ block: ArraySlice<UInt8>) -> [UInt8] {
    var passing: [UInt8] = []
    passing.reserveCapacity(block.count)
    for byte in block {
      guard width > 1 else {
        take(UInt32(byte)) { passing.append(byte) }
        continue
      }
      begun.append(byte)
      guard begun.count == width else { continue }
      let character = begun
      begun.removeAll(keepingCapacity: true)
      let digits = isBigEndian ? character : character.reversed()
      take(digits.reduce(0) { $0 << 8 | UInt32($1) }) { passing += character }
    }
    return passing
  }

  /// A line begins after LF, after CR LF, and after a CR alone.
  private mutating func take(_ unit: UInt32, _ pass: () -> Void) {
    if followsReturn, unit != 0x0A { line += 1 }
    followsReturn = unit == 0x0D
    while place < ranges.count, ranges[place].upperBound <= line { place += 1 }
    if place >= ranges.count || line < ranges[place].lowerBound { pass() }
    if unit == 0x0A { line += 1 }
  }
}
