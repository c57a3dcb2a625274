/// The first bytes of a file as text, in the encoding that they were found to be in.
struct HeadText {
  /// The text, UTF-8 or Windows-1252, byte order mark included, and 64 spare bytes.
  let bytes: [UInt8]
  /// The bytes of the text that count.
  let range: Range<Int>
  /// How the characters are written.
  let encoding: TextEncoding
  /// Whether the file begins with a byte order mark.
  let hasBOM: Bool
  /// Whether the file ends where the text ends.
  let isWhole: Bool

  /// Finds the encoding of the first bytes of a file and decodes UTF-16; refuses what is no text.
  init(
    _ head: [UInt8],
    isWhole: Bool,
    pins: DialectPins = DialectPins(),
  ) throws(TableError) {
    (encoding, hasBOM) = try EncodingSniffer(head: head).encoding(pinned: pins.encoding)
    self.isWhole = isWhole
    var text: [UInt8] = []
    var start = 0
    if var decoder = try TextDecoder(encoding) {
      decoder.decode(head[(hasBOM ? encoding.markBytes : 0)...], into: &text)
      if isWhole { decoder.finish(into: &text) }
    } else {
      text.reserveCapacity(head.count + ByteKernels.blockBytes)
      text += head
      start = hasBOM ? encoding.markBytes : 0
    }
    range = start..<text.count
    text.append(contentsOf: repeatElement(0, count: ByteKernels.blockBytes))
    bytes = text
  }

  /// Whether nothing stands in the text beyond ASCII.
  var isASCII: Bool {
    ByteKernels.firstNonASCII(bytes.span, from: range.lowerBound, to: range.upperBound)
      == range.upperBound
  }

  /// The dialect as far as encoding and delimiter go, and where the records begin.
  ///
  /// Records begin in the second line if the first one only names the delimiter.
  func writing(
    _ pins: DialectPins = DialectPins()
  ) -> (dialect: CSVDialect, start: Position) {
    var quoting = Quoting(sniffing: bytes, range, isWhole: isWhole)
    if let quote = pins.quote { quoting.quote = quote }
    let found =
      DelimiterSniffer(text: bytes, range: range, isWhole: isWhole, quoting: quoting).delimiter()
    let line = found.start > range.lowerBound ? 2 : 1
    let delimiter = pins.delimiter ?? found.delimiter
    return (
      quoting.applied(
        to: CSVDialect(encoding: encoding, hasBOM: hasBOM, delimiter: delimiter)
      ),
      Position(line: line, byte: found.start - range.lowerBound, record: line)
    )
  }
}
