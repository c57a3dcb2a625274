/// Scans, reads and works on the pieces of one stretch of text, each by itself.
struct RoundReading<Result: Sendable>: Sendable {
  /// The text.
  let bytes: [UInt8]
  /// Where the file ends; nil if it goes on after the stretch.
  let end: Int?
  /// How the table is written.
  var shape: TableShape
  let limits: CSVLimits
  /// Whether texts beyond ASCII can be decoded; until then pieces that have some are only scanned.
  var isEncodingKnown: Bool
  let plan: [ColumnPlan]
  /// What is made of the table of a piece.
  let work: @Sendable (RunTable) -> Result

  /// Stretches of about equal size, which begin where records begin as far as can be told.
  func pieces(of range: Range<Int>, count: Int) -> [Range<Int>] {
    // Not more pieces for a stretch that has grown: each may have to be scanned from one record's start.
    let pieceBytes = max(limits.blockBytes, range.count / count)
    let bounds = PieceScan.bounds(of: range, in: bytes, pieceBytes: pieceBytes)
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  /// What a piece holds if a record begins where it begins.
  func outcome(of piece: Range<Int>) -> PieceOutcome<Result> {
    outcome(of: scan(piece))
  }

  /// What a scanned piece holds.
  func outcome(of scan: PieceScan) -> PieceOutcome<Result> {
    var outcome = PieceOutcome<Result>(scan: scan)
    guard scan.error == nil, isEncodingKnown || scan.firstNonASCII == scan.next else {
      return outcome
    }
    outcome.isRead = true
    var reading = PieceReading(scan, bytes, shape)
    if let table = reading.table(of: plan) {
      outcome.rows = table.rows.rowCount
      outcome.result = work(table)
    }
    outcome.tally = reading.tally
    // What was read needs no places any more: sixteen pieces wait for each other.
    outcome.scan.forgetIndex()
    return outcome
  }

  /// The lines of a scanned piece where its rows begin, counted from its first.
  func lines(of scan: PieceScan) -> [Int] {
    var reading = PieceReading(self.scan(scan.start..<scan.next), bytes, shape)
    return reading.table(of: [])?.rows.lines ?? []
  }

  /// Throws what is wrong with a piece, with its true position.
  func fail(in piece: Range<Int>, from origin: Position) throws(TableError) {
    var index = RecordIndex()
    var scanner = RecordScanner(shape.dialect, limits: limits, origin: origin)
    _ = try scanner.scan(bytes, piece, isWhole: isWhole(piece), maximum: .max, into: &index)
  }

  private func scan(_ piece: Range<Int>) -> PieceScan {
    PieceScan(bytes, piece, isWhole: isWhole(piece), shape.dialect, limits: limits)
  }

  private func isWhole(_ piece: Range<Int>) -> Bool { piece.upperBound == end }
}

/// What became of one piece of a text.
struct PieceOutcome<Result: Sendable>: Sendable {
  var scan: PieceScan
  /// Whether it was read, not only scanned.
  var isRead = false
  /// What was made of its table; nil if it has no rows.
  var result: Result?
  var rows = 0
  var tally = ReaderTally()

  init(scan: PieceScan) {
    self.scan = scan
  }
}
