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
  private var ready: [Batch<Table>] = []
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
    window.use(upTo: window.start + survey.dataStart.byte)
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
  /// A batch has some thousand rows, at least one, each with all columns. The plan must be the same each time.
  package mutating func nextBatch(of plan: [ColumnPlan]) throws(TableError) -> Table? {
    var plan = plan
    for place in plan.indices where plan[place].place == .heads { plan[place].place = .rows }
    while ready.isEmpty {
      guard let batches = try nextBatches(of: plan, { $0.rows }) else { return nil }
      ready = batches.reversed()
    }
    guard let batch = ready.popLast() else { return nil }
    var table = batch.result
    table.lines = table.lines.map { $0 + batch.firstLine }
    return table
  }

  /// What was made of a batch, and the line of the file from which its lines are counted.
  package typealias Batch<Result> = (result: Result, firstLine: Int)

  /// The next batches in their order, each already worked on; nil at the end of the file.
  ///
  /// Batches are read and worked on at the same time on all cores, and the next stretch of the file
  /// is fetched meanwhile. Where batches end is the same for any number of cores. What is worked on
  /// counts its lines from 0: where it begins is known only when all before it was read.
  ///
  /// - Parameter meanwhile: Something else to do at the same time; it may be asked several times.
  package mutating func nextBatches<Result: Sendable>(
    of plan: [ColumnPlan],
    meanwhile: @Sendable () -> Void = {},
    _ work: @escaping @Sendable (RunTable) -> Result,
  ) throws(TableError) -> [Batch<Result>]? {
    while true {
      if let failure { throw failure }
      let batches = try round(plan, meanwhile: meanwhile, work)
      if !batches.isEmpty { return batches }
      if window.isAtEnd, window.start == window.end { return nil }
    }
  }

  /// How many pieces a stretch of the file is cut into.
  private static let roundBlocks = 16

  /// The window while the next stretch is fetched.
  private struct Fetch {
    var window: ByteWindow
    var failure: TableError?

    mutating func run(blocks: Int) {
      do throws(TableError) {
        try window.fetch(blocks: blocks)
      } catch {
        failure = error
      }
    }

    /// What was fetched; it is not kept here, so that it can be changed without copying.
    mutating func taken() -> (ByteWindow, TableError?) {
      defer { window.release() }
      return (window, failure)
    }
  }

  /// Reads the whole records of the window while the next stretch is fetched.
  private mutating func round<Result: Sendable>(
    _ plan: [ColumnPlan],
    meanwhile: @Sendable () -> Void,
    _ work: @escaping @Sendable (RunTable) -> Result,
  ) throws(TableError) -> [Batch<Result>] {
    let range = window.start..<window.end
    let reading = RoundReading(
      bytes: window.bytes,
      end: window.isAtEnd ? range.upperBound : nil,
      shape: shape,
      limits: limits,
      isEncodingKnown: isEncodingKnown,
      plan: plan,
      work: work,
    )
    let pieces = reading.pieces(of: range, count: Self.roundBlocks)
    let fetch = Mutex(Fetch(window: window))
    window.release()
    // These come first: reading may have to wait for the disk.
    let results = Parallel.map(pieces.count + 2, work: range.count) {
      item -> PieceOutcome<Result>? in
      switch item {
      case 0: fetch.withLock { $0.run(blocks: Self.roundBlocks) }
      case 1: meanwhile()
      default: return reading.outcome(of: pieces[item - 2])
      }
      return nil
    }
    (window, failure) = fetch.withLock { $0.taken() }
    return try joined(Array(results.dropFirst(2)), pieces, reading)
  }

  /// Puts the pieces of a round together; those that did not begin where the one before them ends, or
  /// whose encoding was not known, are read again.
  private mutating func joined<Result: Sendable>(
    _ outcomes: [PieceOutcome<Result>?],
    _ pieces: [Range<Int>],
    _ reading: RoundReading<Result>,
  ) throws(TableError) -> [Batch<Result>] {
    var batches: [Batch<Result>] = []
    var reading = reading
    var start = window.start
    for (outcome, piece) in zip(outcomes, pieces) {
      guard var outcome else { continue }
      if outcome.scan.start != start || outcome.scan.error != nil {
        outcome = reading.outcome(of: start..<piece.upperBound)
        if outcome.scan.error != nil { try reading.fail(in: start..<piece.upperBound, from: place) }
      }
      if !outcome.isRead {
        settleEncoding(outcome.scan)
        (reading.shape, reading.isEncodingKnown) = (shape, isEncodingKnown)
        outcome = reading.outcome(of: outcome.scan)
      }
      if recordsRead + outcome.rows > limits.records {
        let lines = reading.lines(of: outcome.scan)
        let first = line + lines[limits.records - recordsRead]
        throw .tooManyRecords(line: first, limit: limits.records)
      }
      if let result = outcome.result { batches.append((result, line)) }
      tally.add(outcome.tally, firstLine: line)
      openDates.add(outcome.tally.dates)
      recordsRead += outcome.rows
      line += outcome.scan.lines
      record += outcome.scan.records
      start = outcome.scan.next
      window.use(upTo: start)
    }
    if reading.end == start, let first = pieces.first?.lowerBound, first < start {
      let last = reading.bytes[start - 1]
      tally.endsWithoutLineBreak = last != 0x0a && last != 0x0d
    }
    window.takeFetched()
    return batches
  }

  /// The first record beyond ASCII decides, not the piece: where pieces end is chance.
  private mutating func settleEncoding(_ scan: PieceScan) {
    guard !isEncodingKnown else { return }
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

  /// The place of the next byte that was not used yet.
  private var place: Position { Position(line: line, byte: window.used, record: record) }
}
