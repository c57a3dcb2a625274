/// All that the first bytes of a file tell: its dialect, its header, and what its columns hold.
struct HeadSurvey {
  /// How many records are looked at.
  static let maximumRecords = 5000

  /// How the file is written.
  private(set) var dialect: CSVDialect
  /// The names of the columns.
  let header: HeaderNames
  /// Where the data begin: the byte is counted after the byte order mark.
  let dataStart: Position
  /// The header as it stands in the file, to know it when it comes again; empty without one.
  let headerBytes: [UInt8]
  /// Whether the file has nothing beyond ASCII as far as was looked.
  let isASCII: Bool
  /// What was found beside the header's faults.
  private(set) var findings: [Finding] = []
  /// How the numbers and dates of each column are written.
  private(set) var writings: [ColumnWriting] = []
  /// How many dates are two different days, depending on an order that nothing shows.
  private(set) var openDates = 0
  private let bytes: [UInt8]
  private let index: RecordIndex

  /// Looks at the first bytes of a file.
  ///
  /// - Parameters:
  ///   - head: The bytes as they are, byte order mark included.
  ///   - isWhole: Whether these are all bytes of the file.
  ///   - pins: What is known already.
  init(
    _ head: [UInt8],
    isWhole: Bool,
    limits: CSVLimits,
    pins: DialectPins = DialectPins(),
  ) throws(TableError) {
    let text = try HeadText(head, isWhole: isWhole, pins: pins)
    var (dialect, start) = text.writing(pins)
    let records = try Self.records(of: text, dialect, start, limits)
    var index = records.index
    let counts = try Self.counts(index, of: text, from: start, header: pins.header)
    let first = index.records[counts.tableStart]
    let cells = Self.cells(of: first, text.bytes, index, dialect)
    dialect.headerLine = first.line
    let below = HeaderJudgment.records(below: counts.tableStart, in: index, text.bytes)
      .map { Self.cells(of: $0, text.bytes, index, dialect) }
    dialect.hasHeader =
      pins.header.map { $0 != .none } ?? HeaderJudgment(cells).isHeader(above: below)
    header =
      dialect.hasHeader
      ? HeaderNames(cells, line: first.line)
      : HeaderNames(
        columns: max(counts.usual, cells.count),
        line: first.line,
        isKnown: pins.header != nil
      )
    if let preamble = Self.preamble(counts, index, text.bytes) { findings.append(preamble) }

    let dataRecord = counts.tableStart + (dialect.hasHeader ? 1 : 0)
    let isEnd = dataRecord >= index.records.count
    headerBytes = dialect.hasHeader ? index.bytes(of: counts.tableStart, in: text.bytes) : []
    let next = isEnd ? records.next : Int(index.records[dataRecord].start)
    dataStart = Position(
      line: isEnd ? records.line : index.records[dataRecord].line,
      byte: next - text.range.lowerBound,
      record: start.record + dataRecord,
    )
    index.records.removeFirst(dataRecord)
    let strays = StrayRecords(headerBytes, columns: header.names.count, dialect)
    strays.remove(from: &index, in: text.bytes)
    (self.index, self.dialect) = (index, dialect)
    (bytes, isASCII) = (text.bytes, text.isASCII)
    decideWriting(pins)
  }

  /// How many fields the records have; refuses a text in which no table begins.
  private static func counts(
    _ index: RecordIndex,
    of text: HeadText,
    from start: Position,
    header: DialectPins.Header?,
  ) throws(TableError) -> FieldCounts {
    var counts = FieldCounts(index, in: text.bytes)
    if counts.usual == 1, let line = AlignedColumns(index, in: text.bytes).line {
      throw .spaceAligned(line: line)
    }
    if case .line(let line) = header {
      counts.beginTable(atLine: line, of: index)
      guard counts.tableStart < index.records.count else { throw .noHeaderLine(line) }
    }
    guard counts.tableStart < index.records.count else {
      throw text.isWhole
        ? .onlyBlankLines(index.records.count)
        : .recordTooLong(start, limit: text.range.count)
    }
    return counts
  }

  /// What the head shows of each column.
  func samples() -> [ColumnSample] {
    Parallel.map(header.names.count, work: bytes.count) { column in
      self.column(column).sample(named: header.names[column], writings[column])
    }
  }

  private func column(_ column: Int) -> HeadColumn {
    HeadColumn(column: column, bytes: bytes, index: index, dialect: dialect)
  }

  /// Lets all columns vote on the decimal mark and on the order of dates.
  private mutating func decideWriting(_ pins: DialectPins) {
    let votes = Parallel.map(header.names.count, work: bytes.count) { [self] column in
      self.column(column).votes()
    }
    var decision = WritingDecision(votes, delimiter: dialect.delimiter, pins: pins)
    if let order = companionOrder(decision) { decision.settle(order) }
    dialect.decimalMark = decision.decimalMark
    dialect.dateOrder = decision.dateOrder
    dialect.assumedOrder = decision.assumedOrder
    (writings, openDates) = (decision.columns, decision.openDates)
  }

  /// The order of dates that a column with the year first shows of one beside it.
  private func companionOrder(_ decision: WritingDecision) -> DateOrder? {
    for open in decision.openColumns {
      for plain in decision.plainColumns {
        let companion = CompanionDates(open: column(open), beside: column(plain))
        if let order = companion.order { return order }
      }
    }
    return nil
  }

  /// The first records of the text, and where the next one begins.
  private static func records(
    of text: HeadText,
    _ dialect: CSVDialect,
    _ start: Position,
    _ limits: CSVLimits,
  ) throws(TableError) -> (index: RecordIndex, next: Int, line: Int) {
    var scanner = RecordScanner(dialect, limits: limits, origin: start)
    var index = RecordIndex()
    let (next, line) = try scanner.scan(
      text.bytes,
      text.range.lowerBound + start.byte..<text.range.upperBound,
      isWhole: text.isWhole,
      maximum: maximumRecords,
      into: &index,
    )
    return (index, next, line)
  }

  /// The cells of a record as trimmed texts.
  private static func cells(
    of record: RecordIndex.Record,
    _ bytes: [UInt8],
    _ index: RecordIndex,
    _ dialect: CSVDialect,
  ) -> [String] {
    (0..<Int(record.fieldCount)).map { column in
      guard let cell = RecordIndex.range(column, of: record, index.fieldEnds.span) else {
        return ""
      }
      return String(decoding: CellText(dialect).full(bytes.span, cell).text, as: UTF8.self)
    }
  }

  private static func preamble(
    _ counts: FieldCounts,
    _ index: RecordIndex,
    _ bytes: [UInt8],
  ) -> Finding? {
    let before = index.records[..<counts.tableStart]
    let records = before.filter { !FieldCounts.isBlank($0, index, bytes) }
    guard let first = records.first else { return nil }
    let start = index.records[counts.tableStart].line
    return Finding(
      id: "preamble",
      line: first.line,
      numbers: ["records": Double(records.count)],
      text: (records.count == 1 ? "One record stands" : "\(records.count) records stand")
        + " before the table, which begins in line \(start); skipped.",
    )
  }
}
