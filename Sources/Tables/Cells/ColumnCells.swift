/// One column of a batch: the records, and where its cells lie in the text.
struct ColumnCells {
  /// Which column of the file.
  let column: Int
  /// The text of the batch.
  let bytes: [UInt8]
  /// Where records and fields lie in it.
  let index: RecordIndex
  /// How it is written.
  let dialect: CSVDialect
  /// How the numbers and dates of this column are written.
  let writing: ColumnWriting
  /// Whether the whole text is ASCII, so that nothing has to be decoded.
  let isASCII: Bool

  /// The cells as a column of this kind, and what was noticed.
  ///
  /// - Parameter watchingDates: Whether dates are looked at once more for their order.
  func reading(_ kind: ColumnKind, watchingDates: Bool) -> ColumnReading {
    switch kind {
    case .number:
      return ColumnReading(values: .numbers(numbers()))
    case .date:
      var otherOrder = LineCount()
      var reading = ColumnReading(values: .dates(dates(&otherOrder)))
      reading.otherOrder = otherOrder
      if watchingDates { reading.dates = dateVote() }
      return reading
    case .text:
      var undecodable = LineCount()
      var reading = ColumnReading(values: .texts(texts(&undecodable)))
      reading.undecodable = undecodable
      return reading
    }
  }

  /// The text of an unreadable cell, for people: at most 200 characters.
  func shown(_ cell: Range<Int>) -> String {
    let (text, _) = CellText(dialect).full(bytes.span, cell)
    return String(String(decoding: text, as: UTF8.self).prefix(200))
  }
}
