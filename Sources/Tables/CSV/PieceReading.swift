/// Turns the records of one piece into a table, and counts what was odd on the way.
///
/// Lines are counted from the piece's first, which is 0.
struct PieceReading: Sendable {
  let bytes: [UInt8]
  /// How the table is written.
  let shape: TableShape
  private(set) var index: RecordIndex
  private(set) var tally = ReaderTally()
  private let range: Range<Int>
  private let isASCII: Bool
  private let hasZero: Bool

  /// Makes a reading of a scanned piece.
  init(_ scan: PieceScan, _ bytes: [UInt8], _ shape: TableShape) {
    (self.bytes, self.shape) = (bytes, shape)
    index = scan.index
    range = scan.start..<scan.next
    isASCII = scan.firstNonASCII == scan.next
    hasZero = scan.hasZero
  }

  /// The rows of the piece with the columns of the plan, or nil if none of its lines is a record.
  mutating func table(of plan: [ColumnPlan]) -> RunTable? {
    if hasZero { noteZeroBytes() }
    dropStrayRecords()
    guard !index.records.isEmpty else { return nil }
    noteRaggedRecords()
    var found = ReaderTally()
    let rows = table(of: plan.filter { $0.place != .heads }, at: index, &found)
    tally.add(found, firstLine: 0)
    let shared = plan.filter { $0.place == .heads }
    guard !shared.isEmpty else { return RunTable(rows) }
    if !shape.isWatchingDates {
      let starts = index.runStarts(of: shared.map(\.index), in: bytes)
      found = ReaderTally()
      let heads = table(of: shared, at: index.keeping(starts), &found)
      if found.isEmpty { return RunTable(heads: heads, rows: rows, starts: starts) }
    }
    // What is odd is counted row by row.
    found = ReaderTally()
    let heads = table(of: shared, at: index, &found)
    tally.add(found, firstLine: 0)
    return RunTable(heads: heads, rows: rows)
  }

  /// Some columns of some records.
  private func table(
    of plan: [ColumnPlan],
    at index: RecordIndex,
    _ tally: inout ReaderTally,
  ) -> Table {
    let columns = plan.compactMap { plan -> Column? in
      guard plan.place != .nowhere || !isASCII else { return nil }
      let cells = ColumnCells(
        column: plan.index,
        bytes: bytes,
        index: index,
        dialect: shape.dialect,
        writing: shape.writings[plan.index],
        isASCII: isASCII,
      )
      let reading = cells.reading(plan.kind, watchingDates: shape.isWatchingDates)
      tally.add(reading)
      return plan.place == .nowhere ? nil : Column(name: plan.name, values: reading.values)
    }
    return Table(columns: columns, lines: index.records.map(\.line))
  }

  private mutating func noteZeroBytes() {
    for (number, record) in index.records.enumerated() {
      let isLast = number + 1 == index.records.count
      let next = isLast ? range.upperBound : Int(index.records[number + 1].start)
      let zeros = ByteKernels.zeros(bytes.span, from: Int(record.start), to: next)
      if zeros > 0 { tally.zeroBytes.add(zeros, lines: [record.line]) }
    }
  }

  private mutating func dropStrayRecords() {
    let found = shape.strays.remove(from: &index, in: bytes)
    tally.blank.add(found.blank.count, lines: found.blank)
    tally.headers.add(found.headers.count, lines: found.headers)
    tally.footers.add(found.footers.count, lines: found.footers)
  }

  /// Counts records with missing cells, and records with cells beyond the header that hold text.
  private mutating func noteRaggedRecords() {
    for record in index.records where Int(record.fieldCount) != shape.columns {
      guard Int(record.fieldCount) > shape.columns else {
        tally.short.add(1, lines: [record.line])
        continue
      }
      let last = Int(record.firstField + record.fieldCount) - 1
      let kept = Int(index.fieldEnds[last - Int(record.fieldCount) + shape.columns])
      let holdsText = bytes[kept..<Int(index.fieldEnds[last])].contains {
        $0 != shape.dialect.delimiter && $0 > 0x20
      }
      if holdsText { tally.long.add(1, lines: [record.line]) }
    }
  }
}
