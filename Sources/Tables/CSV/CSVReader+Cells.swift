extension CSVReader {
  /// Every record of a file as it was found, the header and blank lines included.
  ///
  /// A blank line is a record of one empty field; nothing is trimmed. The whole file is kept in
  /// memory: this is for looking at files, not for working with them.
  package static func cells(
    of source: any ByteSource,
    limits: CSVLimits = CSVLimits(),
    pins: DialectPins = DialectPins(),
  ) throws(TableError) -> [[String]] {
    var window = ByteWindow(source, blockBytes: limits.blockBytes)
    let head = try window.readHead(limits.headBytes)
    let (dialect, _) = try HeadText(head.bytes, isWhole: head.isWhole, pins: pins).writing(pins)
    try window.begin(dialect)
    let text = CellText(dialect)
    var cells: [[String]] = []
    var index = RecordIndex()
    var line = 1
    while true {
      index.removeAll()
      let origin = Position(line: line, byte: window.used, record: cells.count + 1)
      var scanner = RecordScanner(dialect, limits: limits, origin: origin)
      let next = try scanner.scan(
        window.bytes,
        window.start..<window.end,
        isWhole: window.isAtEnd,
        maximum: limits.batchRows,
        into: &index,
      )
      for record in index.records {
        cells.append(fields(of: record, index, window.bytes, text))
      }
      window.use(upTo: next.next)
      line = next.line
      guard index.records.count < limits.batchRows else { continue }
      guard !window.isAtEnd else { return cells }
      try window.fill()
    }
  }

  private static func fields(
    of record: RecordIndex.Record,
    _ index: RecordIndex,
    _ bytes: [UInt8],
    _ text: CellText,
  ) -> [String] {
    (0..<Int(record.fieldCount)).compactMap { column in
      RecordIndex.range(column, of: record, index.fieldEnds.span).map { range in
        String(decoding: text.decoded(text.written(bytes.span, range)).text, as: UTF8.self)
      }
    }
  }
}
