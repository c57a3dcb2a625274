import Segments

/// Lets a stream of bytes pass but for some of its lines.
struct LineFilter {
  private let ranges: [Range<Int>]
  /// Bytes of one character: two where the encoding says so.
  private let width: Int
  private let isBigEndian: Bool
  private var line = 1
  private var place = 0
  private var followsReturn = false
  private var half: UInt8?

  init(_ lines: PersonLines) {
    ranges = lines.ranges
    (width, isBigEndian) = (lines.unitBytes, lines.isBigEndian)
  }

  /// What of a block passes.
  mutating func passing(_ block: ArraySlice<UInt8>) -> [UInt8] {
    var passing: [UInt8] = []
    passing.reserveCapacity(block.count)
    for byte in block {
      guard width == 2 else {
        take(UInt16(byte)) { passing.append(byte) }
        continue
      }
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit =
        isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      take(unit) { passing += [first, byte] }
    }
    return passing
  }

  /// A line begins after LF, after CR LF, and after a CR alone.
  private mutating func take(_ unit: UInt16, _ pass: () -> Void) {
    if followsReturn, unit != 0x0A { line += 1 }
    followsReturn = unit == 0x0D
    while place < ranges.count, ranges[place].upperBound <= line { place += 1 }
    if place >= ranges.count || line < ranges[place].lowerBound { pass() }
    if unit == 0x0A { line += 1 }
  }
}
