import Testing

@testable import Tables

@Suite("The fast scanner")
struct RecordScannerTests {
  /// All records of a text as the fast scanner finds them, read in blocks of this size.
  private func fastRecords(
    _ text: [UInt8],
    delimiter: UInt8,
    blockBytes: Int,
    batch: Int,
    quoting: Quoting = Quoting(),
  ) throws(TableError) -> [SlowReader.Record] {
    let dialect = quoting.applied(to: CSVDialect(delimiter: delimiter))
    var window = ByteWindow(BytesSource(text), blockBytes: blockBytes)
    var records: [SlowReader.Record] = []
    var index = RecordIndex()
    var line = 1
    while true {
      index.removeAll()
      let origin = Position(line: line, byte: window.used, record: records.count + 1)
      var scanner = RecordScanner(dialect, limits: CSVLimits(), origin: origin)
      let range = window.start..<window.end
      let next = try scanner.scan(
        window.bytes,
        range,
        isWhole: window.isAtEnd,
        maximum: batch,
        into: &index
      )
      for record in index.records {
        let fields = (0..<Int(record.fieldCount)).map { column in
          let cell = RecordIndex.range(column, of: record, index.fieldEnds.span) ?? 0..<0
          return CellText(dialect).written(window.bytes.span, cell)
        }
        records.append(SlowReader.Record(line: record.line, fields: fields))
      }
      window.use(upTo: next.next)
      line = next.line
      if index.records.count == batch { continue }
      if window.isAtEnd { return records }
      try window.fill()
    }
  }

  /// A text in which everything that can go wrong is frequent.
  private func text(_ generator: inout SplitMix, delimiter: UInt8) -> [UInt8] {
    let letters: [[UInt8]] = [
      [delimiter], [delimiter], [delimiter], [0x22], [0x22], [0x22, 0x22], [0x0a], [0x0d],
      [0x0d, 0x0a], [0x20], Array("ab".utf8), Array("é".utf8), [0xe9], [0x00], [delimiter, 0x22],
      [0x22, delimiter], [0x5c], [0x5c, 0x22], [0x5c, 0x5c], [0x27],
      Array(repeating: 0x78, count: 70), [0x22, 0x0a, 0x22], Array("1,5;2".utf8),
    ]
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      text += letters.randomElement(using: &generator) ?? []
    }
    return text
  }

  @Test(
    "finds the same records and lines as its slow twin, wherever the blocks end",
    arguments: [1, 2, 3, 7, 64, 100_000],
  )
  func sameAsTwin(blockBytes: Int) throws {
    var generator = SplitMix(seed: 4711)
    for round in 0..<400 {
      let delimiter = DelimiterSniffer.candidates[round % 4]
      let text = text(&generator, delimiter: delimiter)
      let quoting = Quoting(
        quote: round % 5 == 0 ? 0x27 : 0x22,
        hasBackslashEscapes: round % 2 == 0,
      )
      let slow = SlowReader(
        delimiter: delimiter,
        quote: quoting.quote,
        hasBackslashEscapes: quoting.hasBackslashEscapes,
      ).records(text)
      let fast = try? fastRecords(
        text,
        delimiter: delimiter,
        blockBytes: blockBytes,
        batch: round % 3 == 0 ? 2 : .max,
        quoting: quoting,
      )
      try #require(
        fast == slow,
        "round \(round): \(String(decoding: text, as: UTF8.self).debugDescription)"
      )
    }
  }

  @Test("marks delimiters, quotes and line breaks and nothing else")
  func mask() {
    let bytes = (0..<256).map { UInt8($0) } + [UInt8](repeating: 0, count: 64)
    let structurals = ByteKernels.Structurals(delimiter: 0x3b, quote: 0x22)
    var found: [Int] = []
    for base in stride(from: 0, to: 256, by: 64) {
      let mask = ByteKernels.structuralMask(bytes.span, at: base, structurals)
      found += (0..<64).filter { mask >> UInt64($0) & 1 == 1 }.map { base + $0 }
    }
    #expect(found == [0x0a, 0x0d, 0x22, 0x3b])
  }

  @Test("counts zero bytes and finds the first byte beyond ASCII at any place")
  func kernels() {
    for length in [0, 1, 15, 16, 31, 32, 33, 70] {
      for place in 0..<length {
        var bytes = [UInt8](repeating: 0x61, count: length)
        bytes[place] = 0xe9
        let found = ByteKernels.firstNonASCII(bytes.span, from: 0, to: length)
        bytes[place] = 0
        let zeros = ByteKernels.zeros(bytes.span, from: 0, to: length)
        let none = ByteKernels.firstNonASCII(bytes.span, from: 0, to: length)
        #expect(found == place && zeros == 1 && none == length)
      }
    }
  }

  @Test("finds the same in long texts, of which whole blocks are scanned at once")
  func longTexts() throws {
    var generator = SplitMix(seed: 42)
    for round in 0..<60 {
      let ending: [UInt8] = round % 3 == 0 ? [0x0d, 0x0a] : [0x0a]
      var text: [UInt8] = []
      for _ in 0..<400 {
        for column in 0..<5 {
          if column > 0 { text.append(0x2c) }
          switch Int.random(in: 0..<200, using: &generator) {
          case 0: text += Array("\"a \"\"b\"\", c\"".utf8)
          case 1: text += Array("\"two\nlines\r\nor three\"".utf8)
          case 2: text += Array("5\" disk".utf8)
          case 3: text.append(0x0d)
          case 4: text += Array(repeating: 0x78, count: 300)
          case 5...60: text += Array("\"Heart, \"\"red\"\"\"".utf8)
          default: text += Array(String(UInt32.random(in: 0..<100_000, using: &generator)).utf8)
          }
        }
        text += ending
      }
      let slow = SlowReader(delimiter: 0x2c).records(text)
      for blockBytes in [1 << 20, 4096, 100] {
        let fast = try? fastRecords(text, delimiter: 0x2c, blockBytes: blockBytes, batch: .max)
        #expect(fast == slow, "seed 42, round \(round), blocks of \(blockBytes)")
      }
    }
  }
}
