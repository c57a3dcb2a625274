internal import Glibc

/// A conversion to UTF-8 by the system, with what waits for the next block.
@safe struct IconvConversion {
  private let converter: iconv_t
  /// The first bytes of a character whose others are in the next block.
  private var pending: [UInt8] = []
  /// How many characters could not be decoded.
  private(set) var undecodable = 0

  /// Makes a conversion of an open converter, which belongs to it from now on.
  @unsafe init(_ converter: iconv_t) {
    unsafe self.converter = converter
  }

  /// Gives the converter back; nothing can be converted any more.
  func close() {
    unsafe iconv_close(converter)
  }

  /// The characters of a block.
  mutating func decoded(_ block: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    pending += block
    convert(into: &text)
    // No encoding needs more bytes for one character: these are none.
    while pending.count > 16 { skip(into: &text) }
    return text
  }

  /// What is left when no block follows.
  mutating func rest() -> [UInt8] {
    var text: [UInt8] = []
    while !pending.isEmpty { skip(into: &text) }
    return text
  }

  /// Replaces the first byte that waits and goes on behind it.
  private mutating func skip(into text: inout [UInt8]) {
    pending.removeFirst()
    undecodable += 1
    text.appendUTF8(0xfffd)
    convert(into: &text)
  }

  /// Converts what waits, up to a character that is not complete.
  private mutating func convert(into text: inout [UInt8]) {
    let pieceBytes = 1 << 14
    var done = 0
    while done < pending.count {
      let used = convert(done..<min(pending.count, done + pieceBytes), into: &text)
      done += used
      if used == 0 { break }
    }
    pending.removeFirst(done)
  }

  /// Converts a piece and returns how many of its bytes are done.
  private mutating func convert(_ piece: Range<Int>, into text: inout [UInt8]) -> Int {
    var source = pending[piece].map { CChar(bitPattern: $0) }
    // A byte becomes at most three, be it a character or U+FFFD; some encodings write two for one.
    var target = [CChar](repeating: 0, count: piece.count * 8 + 16)
    var sourceLeft = source.count
    var targetLeft = target.count
    // iconv moves both pointers by what it takes off the counts, so they stay within their arrays; so
    // does the step over a bad byte, which is taken only while bytes are left in both.
    unsafe source.withUnsafeMutableBufferPointer { source in
      unsafe target.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        while sourceLeft > 0, targetLeft >= 16 {
          let answer = unsafe iconv(converter, &from, &sourceLeft, &to, &targetLeft)
          guard answer == -1, errno == EILSEQ, sourceLeft > 0, targetLeft >= 3 else { break }
          unsafe from = from?.advanced(by: 1)
          sourceLeft -= 1
          undecodable += 1
          for byte: UInt8 in [0xef, 0xbf, 0xbd] {
            unsafe to?.pointee = CChar(bitPattern: byte)
            unsafe to = to?.advanced(by: 1)
            targetLeft -= 1
          }
        }
      }
    }
    for place in 0..<target.count - targetLeft { text.append(UInt8(bitPattern: target[place])) }
    return piece.count - sourceLeft
  }
}
