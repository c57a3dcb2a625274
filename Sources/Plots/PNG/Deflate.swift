/// Packs rows of bytes as zlib does, with the two repeats that pictures of pages are made of.
///
/// A row of such a picture is mostly one color, or the row above again. Only these two repeats are looked
/// for, which is several times as fast as a search for all, and the files stay small. Codes are the fixed ones of
/// RFC 1951.
struct Deflate {
  /// A code with its length in bits, its first bit lowest.
  private struct Code {
    var bits: UInt64 = 0
    var count: UInt64 = 0

    /// Puts further bits behind.
    mutating func add(_ more: UInt64, _ length: Int) {
      bits |= more << count
      count += UInt64(length)
    }
  }

  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0
  private var output: [UInt8] = []
  private var sum = Adler()
  private let literals = (0..<256).map { Self.literal(UInt64($0)) }
  private let lengths = (0...258).map { Self.length($0) }
  private let before = Self.distance(1)
  private let above: Code

  /// A zlib stream of all rows.
  static func zlib(_ rows: RowStack) -> [UInt8] {
    var packer = Deflate(width: rows.width)
    packer.output.reserveCapacity(rows.bytes.count / 16 + 64)
    packer.output += [0x78, 0x01]
    packer.put(Code(bits: 0b011, count: 3))
    packer.pack(rows)
    packer.put(Code(bits: 0, count: 7))
    while packer.bitCount > 0 { packer.flushByte() }
    let sum = packer.sum.value
    packer.output += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
    return packer.output
  }

  private init(width: Int) {
    above = Self.distance(max(1, width))
  }

  private mutating func pack(_ rows: RowStack) {
    // A distance of more than a window is not allowed; then only runs are found.
    let reach = rows.width > 1 && rows.width <= 32_768 ? rows.width : 0
    for (row, count) in rows.counts.enumerated() {
      let range = row * rows.width..<(row + 1) * rows.width
      unsafe rows.bytes.withUnsafeBytes { bytes in
        unsafe pack(bytes, range, reach: row > 0 ? reach : 0)
        unsafe sum.add(UnsafeRawBufferPointer(rebasing: bytes[range]), times: count)
        let more = (count - 1) * rows.width
        // Without a window for the row above each copy is packed as the first was.
        guard reach == 0 || more < 3 else { return copies(more) }
        for _ in 1..<max(1, count) { unsafe pack(bytes, range, reach: 0) }
      }
    }
  }

  /// One row; copies come from the row before it in `bytes`.
  private mutating func pack(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, reach: Int) {
    var place = range.lowerBound
    while place < range.upperBound {
      let end = min(range.upperBound, place + 258)
      let isInside = place > range.lowerBound
      let run = unsafe isInside ? Self.repeated(bytes, place, end, distance: 1) : 0
      var copy = 0
      if place + run < end, reach > 0 {
        copy = unsafe Self.repeated(bytes, place, end, distance: reach)
      }
      if max(run, copy) >= 3 {
        put(lengths[max(run, copy)])
        put(run >= copy ? before : above)
        place += max(run, copy)
      } else {
        put(literals[Int(unsafe bytes[place])])
        place += 1
      }
    }
  }

  /// As many bytes as given, each like the one above it.
  private mutating func copies(_ count: Int) {
    var left = count
    while left > 0 {
      // Fewer than three cannot be said, so that the last but one is shorter.
      let next = left > 258 && left < 261 ? 255 : min(left, 258)
      put(lengths[next])
      put(above)
      left -= next
    }
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

  private mutating func put(_ code: Code) {
    bits |= code.bits << bitCount
    bitCount += code.count
    while bitCount >= 8 { flushByte() }
  }

  private mutating func flushByte() {
    output.append(UInt8(truncatingIfNeeded: bits))
    bits >>= 8
    bitCount = bitCount >= 8 ? bitCount - 8 : 0
  }

  /// How many bytes from a place on repeat those a distance before.
  @inline(__always)
  private static func repeated(
    _ bytes: UnsafeRawBufferPointer,
    _ place: Int,
    _ end: Int,
    distance: Int
  )
    -> Int
  {
    var next = place
    // Eight bytes at a time while all of them lie before `end`; the first difference is the lowest set bit.
    while next + 8 <= end {
      let here = unsafe bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self)
      let there = unsafe bytes.loadUnaligned(fromByteOffset: next - distance, as: UInt64.self)
      let difference = UInt64(littleEndian: here ^ there)
      if difference != 0 { return next - place + difference.trailingZeroBitCount / 8 }
      next += 8
    }
    while next < end, unsafe bytes[next] == bytes[next - distance] { next += 1 }
    return next - place
  }

  private static func literal(_ byte: UInt64) -> Code {
    byte < 144
      ? Code(bits: reversed(0x30 + byte, 8), count: 8)
      : Code(bits: reversed(0x190 + byte - 144, 9), count: 9)
  }

  private static func length(_ length: Int) -> Code {
    guard length >= 3 else { return Code() }
    let (symbol, base, extra) = lengthCode(length)
    var code =
      symbol < 280
      ? Code(bits: reversed(UInt64(symbol - 256), 7), count: 7)
      : Code(bits: reversed(UInt64(0xC0 + symbol - 280), 8), count: 8)
    code.add(UInt64(length - base), extra)
    return code
  }

  private static func distance(_ distance: Int) -> Code {
    let (symbol, start, extra) = distanceCode(min(distance, 32_768))
    var code = Code(bits: reversed(UInt64(symbol), 5), count: 5)
    code.add(UInt64(min(distance, 32_768) - start), extra)
    return code
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
}
