/// Reads a CSV file as a stream of typed tables.
///
/// The first mebibyte is looked at to find out how the file is written; then the file is read block
/// by block, and no more of it is kept than the batch in hand. The result is the same for any size
/// of block and any number of cores.
package struct CSVReader {
  /// How the file is written.
  ///
  /// A file that begins in plain ASCII gets its encoding when the first other byte is met;
  /// everything else is known from the start.
  package private(set) var dialect: CSVDialect
  /// The names of the columns: trimmed, none blank, none twice.
  package let header: [String]
  /// What the first records show of each column.
  package let samples: [ColumnSample]
  /// How many data records were read so far: header, preamble and blank lines do not count.
  package private(set) var recordsRead = 0

  private let limits: CSVLimits
  private let headFindings: [Finding]
  private var window: ByteWindow
  private var index = RecordIndex()
  private var tally = ReaderTally()
  private var line: Int
  private var record: Int
  private var needsMore = false
  private var isEncodingKnown: Bool
  private var isBatchASCII = true

  /// Reads the head of a file and finds out how it is written.
  package init(source: any ByteSource, limits: CSVLimits = CSVLimits()) throws(TableError) {
    self.limits = limits
    window = ByteWindow(source, blockBytes: limits.blockBytes)
    let head = try window.readHead(limits.headBytes)
    let survey = try HeadSurvey(head.bytes, isWhole: head.isWhole, limits: limits)
    dialect = survey.dialect
    header = survey.header.names
    samples = survey.samples()
    headFindings = survey.header.findings + survey.findings
    window.begin(dialect)
    window.use(upTo: survey.dataStart.byte)
    line = survey.dataStart.line
    record = survey.dataStart.record
    isEncodingKnown = !survey.isASCII || dialect.encoding != .utf8 || dialect.hasBOM
  }

  /// Reads dates with the year last in this order from now on, whatever the head showed.
  package mutating func readDates(in order: DateOrder) {
    dialect.dateOrder = order
    dialect.assumedOrder = order
  }

  /// What was found so far; the number of findings does not grow with the file.
  package var findings: [Finding] {
    var tally = tally
    if window.undecodable > 0 {
      tally.undecodable.add(window.undecodable, lines: [])
    }
    return headFindings + tally.findings(columns: header.count)
  }

  /// The next rows with the columns of the plan, or nil at the end of the file.
  ///
  /// A batch has some ten thousand rows, at least one. Columns are read on all cores.
  package mutating func nextBatch(of plan: [ColumnPlan]) throws(TableError) -> Table? {
    while try scan() {
      dropBlankRecords()
      guard !index.records.isEmpty else { continue }
      noteRaggedRecords()
      recordsRead += index.records.count
      return table(of: plan)
    }
    return nil
  }

  /// Finds the next whole records; false at the end of the file.
  private mutating func scan() throws(TableError) -> Bool {
    while true {
      if needsMore {
        guard !window.isAtEnd else { return false }
        try window.fill()
      }
      index.removeAll()
      let origin = Position(line: line, byte: window.used, record: record)
      var scanner = RecordScanner(dialect, limits: limits, origin: origin)
      let range = window.start..<window.end
      let next = try scanner.scan(
        window.bytes,
        range,
        isWhole: window.isAtEnd,
        maximum: limits.batchRows,
        into: &index,
      )
      line = next.line
      record += index.records.count
      needsMore = index.records.count < limits.batchRows
      guard !index.records.isEmpty else { continue }
      look(at: range.lowerBound..<next.next)
      window.use(upTo: next.next)
      return true
    }
  }

  /// Notes what concerns the text as a whole: its encoding, zero bytes, how it ends.
  private mutating func look(at range: Range<Int>) {
    let text = window.bytes
    if ByteKernels.zeros(text.span, from: range.lowerBound, to: range.upperBound) > 0 {
      noteZeroBytes(text, to: range.upperBound)
    }
    if window.isAtEnd, range.upperBound == window.end {
      let last = text[range.upperBound - 1]
      tally.endsWithoutLineBreak = last != 0x0a && last != 0x0d
    }
    let ascii =
      ByteKernels.firstNonASCII(text.span, from: range.lowerBound, to: range.upperBound)
    isBatchASCII = ascii == range.upperBound
    guard !isEncodingKnown, !isBatchASCII else { return }
    // The first record beyond ASCII decides, not the batch: where batches end is chance.
    let next = index.records.firstIndex { Int($0.start) > ascii } ?? index.records.count
    let end = next < index.records.count ? Int(index.records[next].start) : range.upperBound
    isEncodingKnown = true
    dialect.encoding = EncodingSniffer.eightBit(text.span, from: ascii, to: end)
  }

  private mutating func noteZeroBytes(_ text: [UInt8], to end: Int) {
    for (number, record) in index.records.enumerated() {
      let isLast = number + 1 == index.records.count
      let next = isLast ? end : Int(index.records[number + 1].start)
      let zeros = ByteKernels.zeros(text.span, from: Int(record.start), to: next)
      if zeros > 0 { tally.zeroBytes.add(zeros, lines: [record.line]) }
    }
  }

  private mutating func dropBlankRecords() {
    let bytes = window.bytes
    let blanks = index.records.filter { FieldCounts.isBlank($0, index, bytes) }
    guard !blanks.isEmpty else { return }
    for blank in blanks { tally.blank.add(1, lines: [blank.line]) }
    let records = index.records.filter { !FieldCounts.isBlank($0, index, bytes) }
    index.records = records
  }

  /// Counts records with missing cells, and records with cells beyond the header that hold text.
  private mutating func noteRaggedRecords() {
    for record in index.records where Int(record.fieldCount) != header.count {
      guard Int(record.fieldCount) > header.count else {
        tally.short.add(1, lines: [record.line])
        continue
      }
      let last = Int(record.firstField + record.fieldCount) - 1
      let kept = Int(index.fieldEnds[last - Int(record.fieldCount) + header.count])
      let holdsText = window.bytes[kept..<Int(index.fieldEnds[last])].contains {
        $0 != dialect.delimiter && $0 > 0x20
      }
      if holdsText { tally.long.add(1, lines: [record.line]) }
    }
  }

  private mutating func table(of plan: [ColumnPlan]) -> Table {
    let (bytes, index, dialect, isASCII) = (window.bytes, index, dialect, isBatchASCII)
    let first = Int(index.records[0].start)
    let results = Parallel.map(plan.count, work: window.start - first) { item in
      let cells = ColumnCells(
        column: plan[item].index,
        bytes: bytes,
        index: index,
        dialect: dialect,
        isASCII: isASCII,
      )
      return cells.values(plan[item].kind)
    }
    let undecodable = results.reduce(0) { $0 + $1.undecodable.total }
    tally.undecodable.add(undecodable, lines: results.flatMap(\.undecodable.lines).sorted())
    return Table(
      columns: zip(plan, results).map { Column(name: $0.name, values: $1.values) },
      lines: index.records.map(\.line),
    )
  }
}
