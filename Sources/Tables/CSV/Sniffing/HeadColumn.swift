/// One column of the head of a file: its cells, trimmed and without quotes.
struct HeadColumn {
  /// Which column of the file.
  let column: Int
  /// The head as text.
  let bytes: [UInt8]
  /// Its records, those of the table only.
  let index: RecordIndex
  /// What is known of the dialect so far.
  let dialect: CSVDialect

  /// Calls `body` with the text of each cell: the bytes it lies in, and where.
  ///
  /// - Parameter step: 1 for every record, 2 for every second one, and so on.
  @inline(__always)
  func forEachCell(step: Int = 1, _ body: (Span<UInt8>, Range<Int>) -> Void) {
    let text = CellText(dialect)
    let bytes = bytes.span
    let fieldEnds = index.fieldEnds.span
    let records = index.records.span
    var row = 0
    while row < records.count {
      if let cell = RecordIndex.range(column, of: records[row], fieldEnds) {
        if let range = text.inPlace(bytes, cell) {
          body(bytes, range)
        } else {
          let written = text.full(bytes, cell).text
          body(written.span, 0..<written.count)
        }
      } else {
        body(bytes, 0..<0)
      }
      row += step
    }
  }

  /// The votes of the column for the decimal mark and the order of dates, and what its numbers are
  /// if they are dates.
  func votes() -> ColumnVotes {
    var votes = ColumnVotes()
    var dateLike = 0
    var cells = 0
    let step = max(1, index.records.count / 256)
    forEachCell(step: step) { bytes, range in
      guard !MissingWord.isNumberMissing(bytes, range.lowerBound, range.upperBound) else { return }
      cells += 1
      if Self.beginsWithDate(bytes, range) { dateLike += 1 }
    }
    guard cells > 0 else { return votes }
    guard dateLike * 2 > cells else {
      forEachCell(step: step) { bytes, range in votes.decimal.add(bytes, range) }
      votes.numericDate = numericDate()
      return votes
    }
    forEachCell { bytes, range in votes.dates.add(bytes, range) }
    return votes
  }

  private static func beginsWithDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    DateFields(bytes, range.lowerBound, range.upperBound) != nil
      || NamedDate(bytes, range.lowerBound, range.upperBound) != nil
  }

  /// What kind of moments all numbers of the column can be; nil if not all can.
  private func numericDate() -> NumericDate? {
    let parser = NumberParser(.point)
    var kind: NumericDate?
    var isWhole = true
    forEachCell { bytes, range in
      guard isWhole,
        !MissingWord.isNumberMissing(bytes, range.lowerBound, range.upperBound)
      else { return }
      let number = parser.plain(bytes, range.lowerBound, range.upperBound)
      let found = number.flatMap { NumericDate(fitting: $0) }
      isWhole = found != nil && (kind == nil || kind == found)
      kind = found
    }
    return isWhole ? kind : nil
  }

  /// The texts of the first cells.
  func firstTexts(_ count: Int) -> [String] {
    let text = CellText(dialect)
    return index.records.prefix(count).map { record in
      guard let cell = RecordIndex.range(column, of: record, index.fieldEnds.span) else {
        return ""
      }
      if let range = text.inPlace(bytes.span, cell),
        ByteKernels.firstNonASCII(bytes.span, from: range.lowerBound, to: range.upperBound)
          == range.upperBound
      {
        return String(decoding: bytes[range], as: UTF8.self)
      }
      return String(decoding: text.full(bytes.span, cell).text, as: UTF8.self)
    }
  }
}
