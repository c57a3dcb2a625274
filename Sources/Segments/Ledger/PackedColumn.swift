/// A column of numbers as it lies in the bytes of the ledger: each as a step above the least, in a few bytes.
///
/// Any row is found without reading those before it.
struct PackedColumn {
  let least: Int64
  /// How much one counts; 1, a cent or a whole piece.
  let unit: UInt64
  /// Bytes of a step.
  let width: Int
  /// Where the bytes of the first row are.
  let start: Int

  /// The bytes of some rows.
  func place(of rows: Range<Int>) -> Range<Int> {
    start + rows.lowerBound * width..<start + rows.upperBound * width
  }

  /// A row's step above the least, in units.
  @inline(__always)
  func step(_ row: Int, in bytes: Span<UInt8>) -> UInt64 {
    let place = start + row * width
    switch width {
    case 0: return 0
    case 1: return UInt64(bytes[place])
    case 2: return UInt64(bytes[place]) | UInt64(bytes[place + 1]) << 8
    case 3:
      return UInt64(bytes[place]) | UInt64(bytes[place + 1]) << 8 | UInt64(bytes[place + 2]) << 16
    default:
      var number: UInt64 = 0
      for shift in 0..<width { number |= UInt64(bytes[place + shift]) << UInt64(8 * shift) }
      return number
    }
  }

  /// A row's number.
  @inline(__always)
  func number(_ row: Int, in bytes: Span<UInt8>) -> Int64 {
    least &+ Int64(bitPattern: step(row, in: bytes) &* unit)
  }

  /// Puts the numbers of some rows in the place of others.
  func read(_ rows: [Range<Int>], in bytes: Span<UInt8>, to numbers: inout [Int64]) {
    let count = rows.reduce(0) { $0 + $1.count }
    if numbers.count != count {
      numbers.removeAll(keepingCapacity: true)
      numbers.append(contentsOf: repeatElement(0, count: count))
    }
    var places = numbers.mutableSpan
    var place = 0
    for range in rows {
      for row in range {
        places[place] = number(row, in: bytes)
        place += 1
      }
    }
  }

  /// The smallest and largest step of some rows, in units; `nil` without rows.
  func extremes(of rows: [Range<Int>], in bytes: Span<UInt8>) -> ClosedRange<UInt64>? {
    var (low, high) = (UInt64.max, UInt64.min)
    for range in rows {
      for row in range {
        let step = step(row, in: bytes)
        (low, high) = (min(low, step), max(high, step))
      }
    }
    return low <= high ? low...high : nil
  }
}
