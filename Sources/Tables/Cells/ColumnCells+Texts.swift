extension ColumnCells {
  /// The cells as texts.
  func texts(_ undecodable: inout LineCount) -> TextColumn {
    var copies = [UInt8](repeating: 0, count: roomForTexts())
    var ends = [Int](repeating: 0, count: index.records.count)
    let length = copy(into: &copies, &ends, &undecodable)
    copies.removeLast(copies.count - length)
    return TextColumn(bytes: copies, ends: ends)
  }

  /// A bound on the bytes of all texts: a byte of Windows-1252 becomes at most three.
  private func roomForTexts() -> Int {
    let fieldEnds = index.fieldEnds.span
    var bytes = 0
    for record in index.records {
      bytes &+= RecordIndex.range(column, of: record, fieldEnds)?.count ?? 0
    }
    return isASCII ? bytes : bytes * 3
  }

  /// Copies the texts one after the other and returns how many bytes they have.
  private func copy(
    into copies: inout [UInt8],
    _ ends: inout [Int],
    _ undecodable: inout LineCount,
  ) -> Int {
    let text = CellText(dialect)
    let bytes = bytes.span
    let fieldEnds = index.fieldEnds.span
    let records = index.records.span
    var ends = ends.mutableSpan
    var copies = copies.mutableSpan
    var length = 0
    for row in 0..<records.count {
      if let cell = RecordIndex.range(column, of: records[row], fieldEnds) {
        if let range = text.inPlace(bytes, cell), isASCII || isPlain(bytes, range) {
          if !MissingWord.isTextMissing(bytes, range.lowerBound, range.upperBound) {
            for position in range {
              copies[length] = bytes[position]
              length &+= 1
            }
          }
        } else {
          let (written, isUndecodable) = text.full(bytes, cell)
          if isUndecodable { undecodable.add(1, lines: [records[row].line]) }
          if !MissingWord.isTextMissing(written.span, 0, written.count) {
            for byte in written {
              copies[length] = byte
              length &+= 1
            }
          }
        }
      }
      ends[row] = length
    }
    return length
  }

  private func isPlain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for position in range where bytes[position] >= 0x80 { return false }
    return true
  }
}
