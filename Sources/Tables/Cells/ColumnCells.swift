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
  /// Whether the whole text is ASCII, so that nothing has to be decoded.
  let isASCII: Bool

  /// The cells as a column of this kind.
  func values(_ kind: ColumnKind) -> (values: ColumnValues, undecodable: LineCount) {
    switch kind {
    case .number:
      return (.numbers(numbers()), LineCount())
    case .date:
      return (.dates(dates()), LineCount())
    case .text:
      var undecodable = LineCount()
      return (.texts(texts(&undecodable)), undecodable)
    }
  }

  /// The text of an unreadable cell, for people: at most 200 characters.
  func shown(_ cell: Range<Int>) -> String {
    let (text, _) = CellText(dialect).full(bytes.span, cell)
    return String(String(decoding: text, as: UTF8.self).prefix(200))
  }
}
