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

  /// The votes of the column for the decimal mark and the order of dates.
  func votes() -> (decimal: DecimalVote, dates: DateOrderVote) {
    var decimal = DecimalVote()
    var dates = DateOrderVote()
    var dateLike = 0
    var cells = 0
    let step = max(1, index.records.count / 256)
    forEachCell(step: step) { bytes, range in
      guard !MissingWord.isNumberMissing(bytes, range.lowerBound, range.upperBound) else { return }
      cells += 1
      if DateFields(bytes, range.lowerBound, range.upperBound) != nil { dateLike += 1 }
    }
    guard cells > 0 else { return (decimal, dates) }
    guard dateLike * 2 > cells else {
      forEachCell(step: step) { bytes, range in decimal.add(bytes, range) }
      return (decimal, dates)
    }
    forEachCell { bytes, range in
      guard let fields = DateFields(bytes, range.lowerBound, range.upperBound),
        fields.shape != .compact || fields.day(.ymd) != nil
      else { return }
      dates.add(fields)
    }
    return (decimal, dates)
  }

  /// The texts of the first cells.
  func firstTexts(_ count: Int) -> [String] {
    let text = CellText(dialect)
    let isPlain = dialect.encoding != .windows1252
    return index.records.prefix(count).map { record in
      guard let cell = RecordIndex.range(column, of: record, index.fieldEnds.span) else {
        return ""
      }
      if isPlain, let range = text.inPlace(bytes.span, cell),
        ByteKernels.firstNonASCII(bytes.span, from: range.lowerBound, to: range.upperBound)
          == range.upperBound
      {
        return String(decoding: bytes[range], as: UTF8.self)
      }
      return String(decoding: text.full(bytes.span, cell).text, as: UTF8.self)
    }
  }
}
