/// Writes numbers and texts in the ledger's own compact form.
///
/// Whole numbers are zigzag varints (LEB128), doubles eight bytes little-endian, texts a length and UTF-8.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

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

/// Reads back what `ByteWriter` wrote; every read fails softly at a damaged place.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place >= bytes.count }

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
