/// Packs rows of bytes as zlib does, with the two repeats that pictures of pages are made of.
///
/// A row of such a picture is mostly one color, or the row above again. Only these two repeats are looked
/// for, by whole runs, which is many times as fast as a search for all, and the files stay small. Codes are the
/// fixed ones of RFC 1951.
struct Deflate {
  /// A code with its length in bits, its first bit lowest.
  private struct Code {
    var bits: UInt32 = 0
    var count: UInt32 = 0

    /// Puts further bits behind.
    mutating func add(_ more: UInt64, _ length: Int) {
      bits |= UInt32(more) << count
      count += UInt32(length)
    }
  }

  private static let longest = 258
  private static let literals: [Code] = (0..<256).map { literal(UInt64($0)) }
  /// For each length the code of so many bytes like the one before.
  private static let repeats: [Code] = (0...longest).map { code(of: $0, from: 1) }

  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0
  /// Full words, their lowest byte first whatever the machine.
  private var words: [UInt32] = []
  private var sum = Adler()
  private let literals = Self.literals
  private let repeats = Self.repeats
  /// For each length the code of so many bytes like those above them.
  private let copies: [Code]

  /// A zlib stream of all rows.
  static func zlib(_ rows: RowStack) -> [UInt8] {
    var packer = Deflate(width: rows.width)
    packer.words.reserveCapacity(rows.runs.count / 2 + 64)
    packer.put(Code(bits: 0b011, count: 3))
    packer.pack(rows)
    packer.put(Code(bits: 0, count: 7))
    let sum = packer.sum.value
    return [0x78, 0x01] + packer.bytes
      + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
  }

  private init(width: Int) {
    copies = (0...Self.longest).map { Self.code(of: $0, from: max(1, width)) }
  }

  private mutating func pack(_ rows: RowStack) {
    // A distance of more than a window is not allowed; then only runs are found.
    let hasReach = rows.width > 1 && rows.width <= 32_768
    for (place, count) in rows.counts.enumerated() {
      let row = rows.row(place)
      pack(rows.runs, row, above: hasReach && place > 0 ? rows.row(place - 1) : nil)
      sum.add(rows.runs[row], width: rows.width, times: count)
      let more = (count - 1) * rows.width
      // Without a window for the row above each copy is packed as the first was.
      if hasReach, more >= 3 {
        copy(more)
      } else {
        for _ in 1..<max(1, count) { pack(rows.runs, row, above: nil) }
      }
    }
  }

  /// One row; copies come from the row above it where there is one.
  private mutating func pack(_ runs: [RowStack.Run], _ row: Range<Int>, above: Range<Int>?) {
    var place: Int32 = 0
    // The runs in which `place` lies, here and above.
    var (here, over) = (row.lowerBound, above?.lowerBound ?? row.lowerBound)
    var start: Int32 = 0
    while here < row.upperBound {
      let run = runs[here]
      let repeated = place > start ? min(run.end - place, Int32(Self.longest)) : 0
      // Most dots on the edge of a letter differ from the one above, which is seen at once.
      let copied =
        above != nil && runs[over].byte == run.byte
        ? Self.equal(runs, here, over, from: place, before: row.upperBound) : 0
      if max(repeated, copied) >= 3 {
        put(repeated >= copied ? repeats[Int(repeated)] : copies[Int(copied)])
        place += max(repeated, copied)
      } else {
        put(literals[Int(run.byte)])
        place += 1
      }
      while here < row.upperBound, runs[here].end <= place {
        start = runs[here].end
        here += 1
      }
      guard let above else { continue }
      while over < above.upperBound, runs[over].end <= place { over += 1 }
    }
  }

  /// How many bytes from a place on are like those above them, no more than one code can say.
  private static func equal(
    _ runs: [RowStack.Run],
    _ here: Int,
    _ over: Int,
    from place: Int32,
    before end: Int
  ) -> Int32 {
    let limit = place + Int32(longest)
    var (here, over, next) = (here, over, place)
    while here < end, next < limit {
      let (one, other) = (runs[here], runs[over])
      guard one.byte == other.byte else { break }
      next = min(one.end, other.end)
      if one.end == next { here += 1 }
      if other.end == next { over += 1 }
    }
    return min(next, limit) - place
  }

  /// As many bytes as given, each like the one above it.
  private mutating func copy(_ count: Int) {
    var left = count
    while left > 0 {
      // Fewer than three cannot be said, so that the last but one is shorter.
      let next = left > 258 && left < 261 ? 255 : min(left, 258)
      put(copies[next])
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

  @inline(__always)
  private mutating func put(_ code: Code) {
    // No code has more than 31 bits, so that they fit beside those that wait.
    bits |= UInt64(code.bits) &<< bitCount
    bitCount += UInt64(code.count)
    guard bitCount >= 32 else { return }
    words.append(UInt32(truncatingIfNeeded: bits).littleEndian)
    bits >>= 32
    bitCount -= 32
  }

  /// What was put, filled up to whole bytes.
  private var bytes: [UInt8] {
    let rest = stride(from: 0, to: bitCount, by: 8).map { UInt8(truncatingIfNeeded: bits >> $0) }
    // Words lie in memory as their bytes follow each other in the stream.
    return unsafe words.withUnsafeBytes { unsafe [UInt8]($0) } + rest
  }

  private static func literal(_ byte: UInt64) -> Code {
    byte < 144
      ? Code(bits: UInt32(reversed(0x30 + byte, 8)), count: 8)
      : Code(bits: UInt32(reversed(0x190 + byte - 144, 9)), count: 9)
  }

  /// As many bytes as given from a distance before; nothing for fewer than can be said.
  private static func code(of length: Int, from distance: Int) -> Code {
    guard length >= 3 else { return Code() }
    let (symbol, base, extra) = lengthCode(length)
    var code =
      symbol < 280
      ? Code(bits: UInt32(reversed(UInt64(symbol - 256), 7)), count: 7)
      : Code(bits: UInt32(reversed(UInt64(0xC0 + symbol - 280), 8)), count: 8)
    code.add(UInt64(length - base), extra)
    let (place, start, more) = distanceCode(min(distance, 32_768))
    code.add(reversed(UInt64(place), 5), 5)
    code.add(UInt64(min(distance, 32_768) - start), more)
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
