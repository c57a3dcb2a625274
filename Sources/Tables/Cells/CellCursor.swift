/// A place in a cell that moves on as things are read.
struct CellCursor {
  /// The next byte.
  var position: Int
  /// The byte after the cell.
  let end: Int

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= end }

  /// Passes over a byte if it stands here.
  mutating func take(_ bytes: Span<UInt8>, _ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Passes over blanks of any width; false if there are none.
  mutating func takeBlanks(_ bytes: Span<UInt8>) -> Bool {
    let start = position
    while position < end {
      let (scalar, length) = CellScalar.first(bytes, position, end)
      guard CellScalar.isBlank(scalar) else { break }
      position += length
    }
    return position > start
  }

  /// Reads a number of so many digits; more are left standing.
  mutating func number(_ bytes: Span<UInt8>, _ lengths: ClosedRange<Int>) -> Int? {
    var value = 0
    let start = position
    while position < end, position - start < lengths.upperBound {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else { break }
      value = value * 10 + Int(digit)
      position += 1
    }
    return position - start >= lengths.lowerBound ? value : nil
  }

  /// The word that stands here, folded, and where it ends; it is not passed over.
  func word(_ bytes: Span<UInt8>) -> (word: UInt64, end: Int)? {
    CellWord.folded(bytes, position, end)
  }

  /// Whether "PM" (true) or "AM" (false) stands here, with or without points; passes over it.
  mutating func halfOfDay(_ bytes: Span<UInt8>) -> Bool? {
    guard position < end else { return nil }
    let letter = bytes[position] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    var next = self
    next.position += 1
    let hasPoint = next.take(bytes, UInt8(ascii: "."))
    if hasPoint { _ = next.takeBlanks(bytes) }
    guard next.position < end, bytes[next.position] | 0x20 == UInt8(ascii: "m") else { return nil }
    next.position += 1
    if hasPoint { _ = next.take(bytes, UInt8(ascii: ".")) }
    self = next
    return letter == UInt8(ascii: "p")
  }
}
