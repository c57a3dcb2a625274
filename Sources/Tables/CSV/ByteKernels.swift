/// The few loops that look at many bytes at once.
///
/// Every `unsafe` here is a load of plain integers through `RawSpan`, which checks its bounds; it is
/// unsafe by name only because it reads bytes as another type. All vectors and masks have their
/// types spelled out: otherwise the generic operators are chosen, which are ninety times slower.
enum ByteKernels {
  /// How many bytes `structuralMask` looks at; its caller keeps as many spare bytes after the end.
  static let blockBytes = 64

  /// The bytes that have a meaning in CSV, each in all lanes.
  struct Structurals {
    let delimiter: SIMD16<UInt8>
    let quote: SIMD16<UInt8>
    let lineFeed = SIMD16<UInt8>(repeating: 0x0a)
    let carriageReturn = SIMD16<UInt8>(repeating: 0x0d)

    init(delimiter: UInt8, quote: UInt8) {
      self.delimiter = SIMD16(repeating: delimiter)
      self.quote = SIMD16(repeating: quote)
    }
  }

  /// One bit for each of 64 bytes: whether it is a delimiter, a quote or part of a line break.
  @inline(__always)
  static func structuralMask(
    _ bytes: Span<UInt8>,
    at offset: Int,
    _ structurals: Structurals,
  ) -> UInt64 {
    let raw = unsafe bytes.bytes
    let first = structuralBits(raw, at: offset, structurals)
    let second = structuralBits(raw, at: offset &+ 16, structurals)
    let third = structuralBits(raw, at: offset &+ 32, structurals)
    let fourth = structuralBits(raw, at: offset &+ 48, structurals)
    return first | second &<< 16 | third &<< 32 | fourth &<< 48
  }

  @inline(__always)
  private static func structuralBits(
    _ bytes: RawSpan,
    at offset: Int,
    _ structurals: Structurals,
  ) -> UInt64 {
    let block: SIMD16<UInt8> = unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: offset,
      as: SIMD16<UInt8>.self,
    )
    let isDelimiter: SIMDMask<SIMD16<Int8>> = block .== structurals.delimiter
    let isQuote: SIMDMask<SIMD16<Int8>> = block .== structurals.quote
    let isLineFeed: SIMDMask<SIMD16<Int8>> = block .== structurals.lineFeed
    let isReturn: SIMDMask<SIMD16<Int8>> = block .== structurals.carriageReturn
    let fields: SIMDMask<SIMD16<Int8>> = isDelimiter .| isQuote
    let lines: SIMDMask<SIMD16<Int8>> = isLineFeed .| isReturn
    return bits(fields .| lines)
  }

  /// One bit for each lane of a mask.
  ///
  /// Each byte is 0 or 1 after the AND; the product moves the bit of byte i of a half to bit 56 + i.
  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
    let ones = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
    let lanes: SIMD2<UInt64> = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self) & ones
    let low = (lanes[0] &* 0x0102_0408_1020_4080) &>> 56
    let high = (lanes[1] &* 0x0102_0408_1020_4080) &>> 56
    return low | high &<< 8
  }

  /// The first byte at or after `start` that is not ASCII, or `end`.
  static func firstNonASCII(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = unsafe bytes.bytes
    var offset = start
    while offset + 32 <= end {
      let block: SIMD4<UInt64> = unsafe raw.unsafeLoadUnaligned(
        fromByteOffset: offset,
        as: SIMD4<UInt64>.self,
      )
      let pairs: SIMD2<UInt64> = block.lowHalf | block.highHalf
      if (pairs[0] | pairs[1]) & 0x8080_8080_8080_8080 != 0 { break }
      offset += 32
    }
    while offset < end, bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// How many of the bytes are zero.
  static func zeros(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = unsafe bytes.bytes
    let zero = SIMD16<UInt8>(repeating: 0)
    var offset = start
    var count = 0
    while offset + 16 <= end {
      let block: SIMD16<UInt8> = unsafe raw.unsafeLoadUnaligned(
        fromByteOffset: offset,
        as: SIMD16<UInt8>.self,
      )
      let isZero: SIMDMask<SIMD16<Int8>> = block .== zero
      let lanes: SIMD2<UInt64> = unsafe unsafeBitCast(isZero, to: SIMD2<UInt64>.self)
      if lanes[0] | lanes[1] != 0 { count += bits(isZero).nonzeroBitCount }
      offset += 16
    }
    while offset < end {
      if bytes[offset] == 0 { count += 1 }
      offset += 1
    }
    return count
  }

  /// Whether two ranges hold the same bytes; 8 bytes after each can be read.
  @inline(__always)
  static func areEqual(_ bytes: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    let raw = unsafe bytes.bytes
    var (one, other, rest) = (left.lowerBound, right.lowerBound, left.count)
    while rest > 0 {
      let mine: UInt64 = unsafe raw.unsafeLoadUnaligned(fromByteOffset: one, as: UInt64.self)
      let yours: UInt64 = unsafe raw.unsafeLoadUnaligned(fromByteOffset: other, as: UInt64.self)
      let spare = UInt64(truncatingIfNeeded: max(0, 8 &- rest) &* 8)
      guard (mine ^ yours) &<< spare == 0 else { return false }
      one &+= 8
      other &+= 8
      rest &-= 8
    }
    return true
  }

  /// A hash of a range that is the same on every machine and in every run.
  ///
  /// Eight bytes at once are multiplied to 128 bits, and the halves are joined by XOR.
  @inline(__always)
  static func hash(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    let raw = unsafe bytes.bytes
    var hash = UInt64(truncatingIfNeeded: end &- start) &* 0x9e37_79b9_7f4a_7c15
    var offset = start
    while offset &+ 8 <= end {
      let word: UInt64 = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = mixed(hash ^ word)
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < end {
      rest = rest &<< 8 | UInt64(bytes[offset])
      offset &+= 1
    }
    return mixed(mixed(hash ^ rest))
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = (word ^ 0x2d35_8dcc_aa6c_78a5).multipliedFullWidth(by: 0x8bb8_4b93_962e_acc9)
    return product.high ^ product.low
  }
}
