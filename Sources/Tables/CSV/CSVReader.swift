import Synchronization

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
  private var shape: TableShape
  private var openDates: OpenDates
  private var window: ByteWindow
  private var ready: [Table] = []
  private var failure: TableError?
  private var tally = ReaderTally()
  private var line: Int
  private var record: Int
  private var isEncodingKnown: Bool

  /// Reads the head of a file and finds out how it is written.
  ///
  /// - Parameter pins: What is known of how it is written, so that it need not be guessed.
  package init(
    source: any ByteSource,
    limits: CSVLimits = CSVLimits(),
    pins: DialectPins = DialectPins(),
  ) throws(TableError) {
    self.limits = limits
    window = ByteWindow(source, blockBytes: limits.blockBytes)
    let head = try window.readHead(limits.headBytes)
    let survey = try HeadSurvey(
      head.bytes,
      isWhole: head.isWhole,
      limits: limits,
      pins: pins,
    )
    dialect = survey.dialect
    header = survey.header.names
    samples = survey.samples()
    headFindings = survey.header.findings + survey.findings
    openDates = OpenDates(survey.openDates, assumed: dialect.assumedOrder)
    shape = TableShape(survey, isWatchingDates: openDates.isWatching)
    try window.begin(dialect)
    window.use(upTo: survey.dataStart.byte)
    line = survey.dataStart.line
    record = survey.dataStart.record
    isEncodingKnown =
      !survey.isASCII || dialect.encoding != .utf8 || dialect.hasBOM || pins.encoding != nil
  }

  /// Reads dates with the year last in this order from now on, whatever the head showed.
  package mutating func readDates(in order: DateOrder) {
    dialect.dateOrder = order
    dialect.assumedOrder = order
    openDates = OpenDates(0, assumed: order)
    shape.readDates(in: order)
  }

  /// What the file shows, as far as it was read, of dates whose order its beginning leaves open.
  ///
  /// Who needs the right day asks at the end: if `OpenDates.isOpen`, nobody can tell the days from the
  /// months; if `OpenDates.isWrong`, the file must be read again with the order in `DialectPins`.
  package var dateOrderDoubt: OpenDates { openDates }

  /// What was found so far; the number of findings does not grow with the file.
  package var findings: [Finding] {
    var tally = tally
    if window.undecodable > 0 {
      tally.undecodable.add(window.undecodable, lines: [])
    }
    return headFindings + openDates.findings + tally.findings(columns: header.count)
  }

  /// The next rows with the columns of the plan, or nil at the end of the file.
  ///
  /// A batch has some thousand rows, at least one. The plan must be the same each time.
  package mutating func nextBatch(of plan: [ColumnPlan]) throws(TableError) -> Table? {
    while ready.isEmpty {
      guard let batches = try nextBatches(of: plan, { $0 }) else { return nil }
      ready = batches.reversed()
    }
    return ready.popLast()
  }

  /// The next batches in their order, each already worked on; nil at the end of the file.
  ///
  /// Batches are read and worked on at the same time on all cores, and the next stretch of the file
  /// is fetched meanwhile. Where batches end is the same for any number of cores.
  package mutating func nextBatches<Result: Sendable>(
    of plan: [ColumnPlan],
    _ work: @Sendable (Table) -> Result,
  ) throws(TableError) -> [Result]? {
    guard let scans = try scanned() else { return nil }
    let bytes = window.bytes
    var readings: [PieceReading] = []
    for scan in scans {
      readings.append(
        PieceReading(scan, bytes, shape, firstLine: line)
      )
      line += scan.lines
      record += scan.index.records.count
    }
    let used = scans.last?.next ?? window.start
    let size = used - window.start
    noteEnd(bytes, used)
    window.use(upTo: used)
    let pieces = readings
    let fetch = Mutex(Fetch(window: window))
    window.release()
    // The last item comes first: reading may have to wait for the disk.
    let results = Parallel.map(pieces.count + 1, work: size) {
      item -> (result: Result?, tally: ReaderTally, rows: Int) in
      guard item > 0 else {
        fetch.withLock { $0.run(blocks: Self.roundBlocks) }
        return (nil, ReaderTally(), 0)
      }
      var reading = pieces[item - 1]
      guard let table = reading.table(of: plan) else { return (nil, reading.tally, 0) }
      return (work(table), reading.tally, table.rowCount)
    }
    (window, failure) = fetch.withLock { ($0.window, $0.failure) }
    for (item, result) in results.enumerated() {
      if recordsRead + result.rows > limits.records {
        var reading = pieces[item - 1]
        let lines = reading.table(of: [])?.lines ?? []
        throw .tooManyRecords(line: lines[limits.records - recordsRead], limit: limits.records)
      }
      tally.add(result.tally)
      openDates.add(result.tally.dates)
      recordsRead += result.rows
    }
    return results.compactMap(\.result)
  }

  /// How many pieces a stretch of the file is cut into.
  private static let roundBlocks = 8

  /// The window while the next stretch is fetched.
  private struct Fetch {
    var window: ByteWindow
    var failure: TableError?

    mutating func run(blocks: Int) {
      guard !window.isAtEnd else { return }
      do throws(TableError) {
        try window.fill(blocks: blocks)
      } catch {
        failure = error
      }
    }
  }

  /// The next whole records in pieces, at least one record; nil at the end of the file.
  private mutating func scanned() throws(TableError) -> [PieceScan]? {
    while true {
      if let failure { throw failure }
      let scans = try scannedWindow()
      if scans.contains(where: { !$0.index.records.isEmpty }) {
        settleEncoding(scans)
        return scans
      }
      guard !window.isAtEnd else { return nil }
      try window.fill(blocks: Self.roundBlocks)
    }
  }

  private func scannedWindow() throws(TableError) -> [PieceScan] {
    let (bytes, dialect, limits) = (window.bytes, dialect, limits)
    let (range, isAtEnd) = (window.start..<window.end, window.isAtEnd)
    guard !range.isEmpty else { return [] }
    // Not more pieces for a window that has grown: each may have to be scanned from one record's start.
    let pieceBytes = max(limits.blockBytes, range.count / Self.roundBlocks)
    let bounds = PieceScan.bounds(of: range, in: bytes, pieceBytes: pieceBytes)
    var scans = Parallel.map(bounds.count - 1, work: range.count) { item in
      PieceScan(
        bytes,
        bounds[item]..<bounds[item + 1],
        isWhole: isAtEnd && bounds[item + 1] == range.upperBound,
        dialect,
        limits: limits,
      )
    }
    var origin = Position(line: line, byte: window.used, record: record)
    var start = range.lowerBound
    for item in scans.indices {
      if scans[item].start != start || scans[item].error != nil {
        scans[item] = try rescanned(start..<bounds[item + 1], from: origin)
      }
      origin = Position(
        line: origin.line + scans[item].lines,
        byte: origin.byte + scans[item].next - start,
        record: origin.record + scans[item].index.records.count,
      )
      start = scans[item].next
    }
    return scans
  }

  /// Scans a piece from its true start; what is wrong with it is thrown with its true position.
  private func rescanned(
    _ range: Range<Int>,
    from origin: Position,
  ) throws(TableError) -> PieceScan {
    let isWhole = window.isAtEnd && range.upperBound == window.end
    let scan = PieceScan(window.bytes, range, isWhole: isWhole, dialect, limits: limits)
    guard scan.error != nil else { return scan }
    var index = RecordIndex()
    var scanner = RecordScanner(dialect, limits: limits, origin: origin)
    _ = try scanner.scan(window.bytes, range, isWhole: isWhole, maximum: .max, into: &index)
    return scan
  }

  /// The first record beyond ASCII decides, not the piece: where pieces end is chance.
  private mutating func settleEncoding(_ scans: [PieceScan]) {
    guard !isEncodingKnown, let scan = scans.first(where: { $0.firstNonASCII < $0.next }) else {
      return
    }
    let records = scan.index.records
    let end = records.first { Int($0.start) > scan.firstNonASCII }.map { Int($0.start) }
    isEncodingKnown = true
    dialect.encoding = EncodingSniffer.eightBit(
      window.bytes.span,
      from: scan.firstNonASCII,
      to: end ?? scan.next,
    )
    shape.dialect = dialect
  }

  private mutating func noteEnd(_ bytes: [UInt8], _ used: Int) {
    guard window.isAtEnd, used == window.end, used > window.start else { return }
    tally.endsWithoutLineBreak = bytes[used - 1] != 0x0a && bytes[used - 1] != 0x0d
  }
}
