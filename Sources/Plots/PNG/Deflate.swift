/// Packs bytes as zlib does, with the two repeats that pictures of pages are made of.
///
/// A row of such a picture is mostly one color, or the row above again. Only these two repeats are looked
/// for, which is several times as fast as a search for all, and the files stay small. Codes are the fixed ones of
/// RFC 1951.
struct Deflate {
  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0
  private var output: [UInt8] = []

  /// A zlib stream of bytes whose rows are as long as given.
  static func zlib(_ bytes: [UInt8], row: Int) -> [UInt8] {
    var packer = Deflate()
    packer.output.reserveCapacity(bytes.count / 16 + 64)
    packer.output += [0x78, 0x01]
    packer.put(0b011, 3)
    packer.pack(bytes, row: row)
    packer.put(0, 7)
    while packer.bitCount > 0 { packer.flushByte() }
    let sum = adler(bytes)
    packer.output += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
    return packer.output
  }

  private mutating func pack(_ bytes: [UInt8], row: Int) {
    var place = 0
    // A distance of more than a window is not allowed; then only runs are found.
    let above = row <= 32_768 ? row : 0
    while place < bytes.count {
      let run = place > 0 ? Self.length(bytes, place, distance: 1) : 0
      var copy = 0
      if run < 258, above > 1, place >= above {
        copy = Self.length(bytes, place, distance: above)
      }
      if max(run, copy) >= 3 {
        match(max(run, copy), distance: run >= copy ? 1 : above)
        place += max(run, copy)
      } else {
        literal(bytes[place])
        place += 1
      }
    }
  }

  /// How many bytes from a place on repeat those a distance before.
  @inline(__always)
  private static func length(_ bytes: [UInt8], _ place: Int, distance: Int) -> Int {
    let end = min(bytes.count, place + 258)
    var next = place
    while next < end, bytes[next] == bytes[next - distance] { next += 1 }
    return next - place
  }

  private mutating func literal(_ byte: UInt8) {
    let value = UInt64(byte)
    if byte < 144 {
      put(Self.reversed(0x30 + value, 8), 8)
    } else {
      put(Self.reversed(0x190 + value - 144, 9), 9)
    }
  }

  private mutating func match(_ length: Int, distance: Int) {
    let (code, base, extra) = Self.lengthCode(length)
    if code < 280 {
      put(Self.reversed(UInt64(code - 256), 7), 7)
    } else {
      put(Self.reversed(UInt64(0xC0 + code - 280), 8), 8)
    }
    put(UInt64(length - base), UInt64(extra))
    let (symbol, start, more) = Self.distanceCode(distance)
    put(Self.reversed(UInt64(symbol), 5), 5)
    put(UInt64(distance - start), UInt64(more))
  }

  /// The symbol of a length, the least length it stands for, and how many bits say the rest.
  private static func lengthCode(_ length: Int) -> (Int, Int, Int) {
    if length == 258 { return (285, 258, 0) }
    if length < 11 { return (254 + length, length, 0) }
    var (base, extra, code) = (11, 1, 265)
    while length >= base + 4 << extra {
      base += 4 << extra
      extra += 1
      code += 4
    }
    let step = (length - base) >> extra
    return (code + step, base + step << extra, extra)
  }

  /// The symbol of a distance, the least distance it stands for, and how many bits say the rest.
  private static func distanceCode(_ distance: Int) -> (Int, Int, Int) {
    if distance < 5 { return (distance - 1, distance, 0) }
    var (base, extra, code) = (5, 1, 4)
    while distance >= base + 2 << extra {
      base += 2 << extra
      extra += 1
      code += 2
    }
    let step = (distance - base) >> extra
    return (code + step, base + step << extra, extra)
  }

  private mutating func put(_ value: UInt64, _ count: UInt64) {
    bits |= value << bitCount
    bitCount += count
    while bitCount >= 8 { flushByte() }
  }

  private mutating func flushByte() {
    output.append(UInt8(truncatingIfNeeded: bits))
    bits >>= 8
    bitCount = bitCount >= 8 ? bitCount - 8 : 0
  }

  /// Huffman codes are written from their highest bit on, all else from the lowest.
  private static func reversed(_ code: UInt64, _ count: Int) -> UInt64 {
    var (code, result): (UInt64, UInt64) = (code, 0)
    for _ in 0..<count {
      result = result << 1 | code & 1
      code >>= 1
    }
    return result
  }

  private static func adler(_ bytes: [UInt8]) -> UInt32 {
    var (one, two): (UInt32, UInt32) = (1, 0)
    var place = 0
    while place < bytes.count {
      // The most bytes before the sums could overflow.
      let end = min(bytes.count, place + 5552)
      for index in place..<end {
        one &+= UInt32(bytes[index])
        two &+= one
      }
      one %= 65_521
      two %= 65_521
      place = end
    }
    return two << 16 | one
  }
}
