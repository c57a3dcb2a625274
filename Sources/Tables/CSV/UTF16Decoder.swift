/// Turns UTF-16 into UTF-8, block by block: half a character waits for the next block.
struct UTF16Decoder {
  private let isLittleEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?
  /// How many characters could not be decoded; each became U+FFFD.
  private(set) var undecodable = 0

  /// Makes a decoder.
  init(isLittleEndian: Bool) {
    self.isLittleEndian = isLittleEndian
  }

  /// Adds the characters of a block to the text.
  mutating func decode(_ block: ArraySlice<UInt8>, into text: inout [UInt8]) {
    for byte in block {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      let low = UInt16(isLittleEndian ? first : byte)
      let high = UInt16(isLittleEndian ? byte : first)
      add(high << 8 | low, to: &text)
    }
  }

  /// Adds what is left when no block follows.
  mutating func finish(into text: inout [UInt8]) {
    if highSurrogate != nil || oddByte != nil { replace(in: &text) }
    highSurrogate = nil
    oddByte = nil
  }

  private mutating func add(_ unit: UInt16, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xdc00...0xdfff).contains(unit) {
        let scalar = 0x10000 + (UInt32(high) - 0xd800) << 10 + (UInt32(unit) - 0xdc00)
        text.appendUTF8(scalar)
        return
      }
      replace(in: &text)
    }
    switch unit {
    case 0xd800...0xdbff: highSurrogate = unit
    case 0xdc00...0xdfff: replace(in: &text)
    default: text.appendUTF8(UInt32(unit))
    }
  }

  private mutating func replace(in text: inout [UInt8]) {
    undecodable += 1
    text.appendUTF8(0xfffd)
  }
}

extension [UInt8] {
  /// Adds one character, which must not be a surrogate, as UTF-8.
  mutating func appendUTF8(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      append(UInt8(scalar))
    case 0x80..<0x800:
      append(UInt8(0xc0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3f))
    case 0x800..<0x10000:
      append(UInt8(0xe0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3f))
      append(UInt8(0x80 | scalar & 0x3f))
    default:
      append(UInt8(0xf0 | scalar >> 18))
      append(UInt8(0x80 | scalar >> 12 & 0x3f))
      append(UInt8(0x80 | scalar >> 6 & 0x3f))
      append(UInt8(0x80 | scalar & 0x3f))
    }
  }
}
