/// Writes numbers and texts in the ledger's own compact form.
///
/// Whole numbers are zigzag varints (LEB128), doubles eight bytes little-endian, texts a length and UTF-8.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  private mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ number: Int64) {
    var rest = UInt64(bitPattern: (number << 1) ^ (number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ value: Double?) {
    guard let value else { return bytes.append(0) }
    bytes.append(1)
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(shift)))
    }
  }

  mutating func write(_ text: String) {
    write(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ raw: [UInt8]) {
    write(Int64(raw.count))
    bytes += raw
  }
}

extension ByteWriter {
  /// Writes one number for each of so many rows, each as few whole bytes above the smallest as the largest needs.
  ///
  /// Money is nearly always whole cents and a count whole pieces: then the bytes count those. A column of one
  /// value takes no bytes but its head.
  @inline(__always)
  mutating func writeColumn(_ count: Int, _ number: (Int) -> Int64) {
    var steps: [UInt64] = []
    steps.reserveCapacity(count)
    var (least, most) = (Int64.max, Int64.min)
    for row in 0..<count {
      let value = number(row)
      (least, most) = (Swift.min(least, value), Swift.max(most, value))
      steps.append(UInt64(bitPattern: value))
    }
    writeSteps(&steps, from: least, to: most)
  }

  private mutating func writeSteps(_ steps: inout [UInt64], from least: Int64, to most: Int64) {
    let count = steps.count
    var largest = UInt64(bitPattern: most &- least)
    for row in steps.indices { steps[row] &-= UInt64(bitPattern: least) }
    let unit = largest >= Self.leastInUnits ? Self.countUnits(&steps) : 1
    largest /= unit
    let width = count == 0 ? 0 : Self.width(of: largest)
    write(count == 0 ? 0 : least)
    write(Int64(unit))
    write(Int64(width))
    write(steps, width: width)
  }

  /// Writes numbers in so many bytes each.
  mutating func write(_ steps: [UInt64], width: Int) {
    guard width > 0, !steps.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: steps.count * width))
    var places = bytes.mutableSpan
    var place = start
    for step in steps {
      var rest = step
      for _ in 0..<width {
        places[place] = UInt8(truncatingIfNeeded: rest)
        rest >>= 8
        place += 1
      }
    }
  }

  /// Steps smaller than this are never counted in units.
  static let leastInUnits: UInt64 = 10_000

  /// How many bytes the largest step needs.
  static func width(of largest: UInt64) -> Int { (64 - largest.leadingZeroBitCount + 7) / 8 }

  /// Turns steps into whole pieces or whole cents if all of them are; says how many millionths one counts.
  ///
  /// The units are constants, because dividing by anything else takes ten times as long.
  private static func countUnits(_ steps: inout [UInt64]) -> UInt64 {
    if steps.allSatisfy({ $0 % 1_000_000 == 0 }) {
      for row in steps.indices { steps[row] /= 1_000_000 }
      return 1_000_000
    }
    if steps.allSatisfy({ $0 % 10_000 == 0 }) {
      for row in steps.indices { steps[row] /= 10_000 }
      return 10_000
    }
    return 1
  }

  /// Writes a number in four bytes.
  mutating func write(fixed number: UInt32) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
    append(UInt8(truncatingIfNeeded: number >> 16))
    append(UInt8(truncatingIfNeeded: number >> 24))
  }

  /// Writes bytes of an array, without their count.
  mutating func write(_ bytes: [UInt8], _ range: Range<Int32>) {
    write(bytes, Int(range.lowerBound)..<Int(range.upperBound))
  }

  /// Writes bytes of an array, without their count.
  mutating func write(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes.append(contentsOf: bytes[range])
  }
}

/// Reads back what `ByteWriter` wrote; every read fails softly at a damaged place.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var place: Int

  /// Reads from a place on.
  init(_ bytes: [UInt8], from place: Int = 0) {
    (self.bytes, self.place) = (bytes, place)
  }

  var isAtEnd: Bool { place >= bytes.count }

  /// How many bytes are left.
  var rest: Int { bytes.count - place }

  /// The byte at a place.
  subscript(place: Int) -> UInt8 { bytes[place] }

  /// Passes over so many bytes and says where they are.
  mutating func take(_ count: Int) -> Range<Int>? {
    guard count >= 0, count <= bytes.count - place else { return nil }
    defer { place += count }
    return place..<place + count
  }

  mutating func byte() -> UInt8? {
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() -> Int64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let next = byte() else { return nil }
      value |= UInt64(next & 0x7f) << shift
      if next < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
    }
    return nil
  }

  /// The outer optional is damage, the inner one a missing value.
  mutating func double() -> Double?? {
    guard let flag = byte() else { return nil }
    guard flag == 1 else { return .some(nil) }
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      guard let next = byte() else { return nil }
      bits |= UInt64(next) << shift
    }
    return .some(Double(bitPattern: bits))
  }

  mutating func rawBytes() -> [UInt8]? {
    guard let count = number(), count >= 0, Int(count) <= bytes.count - place else { return nil }
    defer { place += Int(count) }
    return Array(bytes[place..<place + Int(count)])
  }

  mutating func text() -> String? {
    guard let count = number(), count >= 0, Int(count) <= bytes.count - place else { return nil }
    defer { place += Int(count) }
    return String(decoding: bytes[place..<place + Int(count)], as: UTF8.self)
  }
}

extension ByteReader {
  /// The numbers of so many rows.
  mutating func column(_ count: Int) -> [Int64]? {
    var numbers: [Int64] = []
    return readColumn(count, to: &numbers) ? numbers : nil
  }

  /// Puts the numbers of so many rows in the place of others; false where the bytes are damaged.
  mutating func readColumn(_ count: Int, to numbers: inout [Int64]) -> Bool {
    guard let column = packedColumn(count) else { return false }
    column.read([0..<count], in: bytes.span, to: &numbers)
    return true
  }

  /// Passes over a column of so many rows and says how it lies; `nil` where the bytes are damaged.
  mutating func packedColumn(_ count: Int) -> PackedColumn? {
    guard let least = number(), let unit = number(), let width = number(), unit > 0,
      (0...8).contains(width), let raw = take(count * Int(width))
    else { return nil }
    let start = raw.lowerBound
    return PackedColumn(least: least, unit: UInt64(unit), width: Int(width), start: start)
  }

  /// Appends so many numbers of four bytes each; false where there are not as many.
  mutating func appendFixed(_ count: Int, to numbers: inout [UInt32]) -> Bool {
    guard count <= bytes.count, let raw = take(4 * count) else { return false }
    let bytes = bytes.span
    for place in stride(from: raw.lowerBound, to: raw.upperBound, by: 4) {
      numbers.append(
        UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
          | UInt32(bytes[place + 3]) << 24
      )
    }
    return true
  }

  /// Appends bytes that are preceded by their count; says where they are now.
  mutating func append(to keys: inout [UInt8]) -> Range<Int32>? {
    guard let count = number(), count >= 0, let raw = take(Int(count)) else { return nil }
    let start = Int32(keys.count)
    for place in raw { keys.append(self[place]) }
    return start..<Int32(keys.count)
  }
}
