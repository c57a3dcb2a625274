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
  mutating func writeColumn(_ count: Int, _ number: (Int) -> Int64) {
    var steps: [UInt64] = []
    steps.reserveCapacity(count)
    var (least, most) = (Int64.max, Int64.min)
    for row in 0..<count {
      let value = number(row)
      (least, most) = (Swift.min(least, value), Swift.max(most, value))
      steps.append(UInt64(bitPattern: value))
    }
    var largest = UInt64(bitPattern: most &- least)
    var unit: UInt64 = 1
    for row in steps.indices { steps[row] &-= UInt64(bitPattern: least) }
    if largest >= 10_000 {
      unit = Self.units.first { unit in steps.allSatisfy { $0 % unit == 0 } } ?? 1
      for row in steps.indices where unit > 1 { steps[row] /= unit }
      largest /= unit
    }
    let width = count == 0 ? 0 : (64 - largest.leadingZeroBitCount + 7) / 8
    write(count == 0 ? 0 : least)
    write(Int64(unit))
    write(Int64(width))
    for step in steps where width > 0 {
      var rest = step
      for _ in 0..<width {
        append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
  }

  static let units: [UInt64] = [1_000_000, 10_000]

  /// Writes a number in four bytes.
  mutating func write(fixed number: UInt32) {
    for shift in [UInt32(0), 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Writes bytes of an array, without their count.
  mutating func write(_ bytes: [UInt8], _ range: Range<Int32>) {
    for place in range { append(bytes[Int(place)]) }
  }
}

/// Reads back what `ByteWriter` wrote; every read fails softly at a damaged place.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place >= bytes.count }

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
    guard let least = number(), let unit = number(), let width = number(),
      unit > 0, (0...8).contains(width), let raw = take(count * Int(width))
    else { return nil }
    guard width > 0 else { return Array(repeating: least, count: count) }
    var numbers: [Int64] = []
    numbers.reserveCapacity(count)
    var place = raw.lowerBound
    for _ in 0..<count {
      var step: UInt64 = 0
      for shift in 0..<Int(width) { step |= UInt64(self[place + shift]) << UInt64(8 * shift) }
      place += Int(width)
      numbers.append(least &+ Int64(bitPattern: step &* UInt64(unit)))
    }
    return numbers
  }

  /// So many numbers of four bytes each.
  mutating func fixed(_ count: Int) -> [UInt32]? {
    guard (0...bytes.count).contains(count), let raw = take(4 * count) else { return nil }
    return (0..<count).map { number in
      let place = raw.lowerBound + 4 * number
      return UInt32(self[place]) | UInt32(self[place + 1]) << 8 | UInt32(self[place + 2]) << 16
        | UInt32(self[place + 3]) << 24
    }
  }

  /// Appends bytes that are preceded by their count; says where they are now.
  mutating func append(to keys: inout [UInt8]) -> Range<Int32>? {
    guard let count = number(), count >= 0, let raw = take(Int(count)) else { return nil }
    let start = Int32(keys.count)
    for place in raw { keys.append(self[place]) }
    return start..<Int32(keys.count)
  }
}
