extension ColumnCells {
  /// How many bytes beyond a text are written over.
  private static let spareBytes = 8
  /// For so many rows room is made at once.
  private static let stepRows = 256

  /// The cells as texts.
  func texts(_ undecodable: inout LineCount) -> TextColumn {
    let rows = index.records.count
    var copies: [UInt8] = []
    copies.reserveCapacity(rows * 8 + Self.spareBytes)
    var ends = [Int](repeating: 0, count: rows)
    var length = 0
    var row = 0
    while row < rows {
      let step = row..<min(row + Self.stepRows, rows)
      let needed = length + roomForTexts(of: step) + Self.spareBytes
      if needed > copies.count {
        copies.append(contentsOf: repeatElement(0, count: needed - copies.count))
      }
      length = copy(step, to: length, of: &copies, &ends, &undecodable)
      row = step.upperBound
    }
    copies.removeLast(copies.count - length)
    return TextColumn(bytes: copies, ends: ends)
  }

  /// A bound on the bytes of texts: a byte of Windows-1252 becomes at most three.
  private func roomForTexts(of rows: Range<Int>) -> Int {
    let fieldEnds = index.fieldEnds.span
    let records = index.records.span
    var bytes = 0
    for row in rows {
      bytes += RecordIndex.range(column, of: records[row], fieldEnds)?.count ?? 0
    }
    return isASCII ? bytes : bytes * 3
  }

  /// Copies texts one after the other and returns where the last one ends.
  private func copy(
    _ rows: Range<Int>,
    to place: Int,
    of copies: inout [UInt8],
    _ ends: inout [Int],
    _ undecodable: inout LineCount,
  ) -> Int {
    let text = CellText(dialect)
    let bytes = bytes.span
    let raw = unsafe bytes.bytes
    let fieldEnds = index.fieldEnds.span
    let records = index.records.span
    var ends = ends.mutableSpan
    var copies = copies.mutableSpan
    var target = unsafe copies.mutableBytes
    var length = place
    for row in rows {
      if let cell = RecordIndex.range(column, of: records[row], fieldEnds) {
        if let range = text.inPlace(bytes, cell), isASCII || isPlain(bytes, range) {
          if !MissingWord.isTextMissing(bytes, range.lowerBound, range.upperBound) {
            // Eight bytes at once: the text has 64 spare bytes after its end, the copies have eight. Loads of
            // plain integers, whose bounds the span checks.
            var offset = 0
            while offset < range.count {
              let word: UInt64 = unsafe raw.unsafeLoadUnaligned(
                fromByteOffset: range.lowerBound &+ offset,
                as: UInt64.self,
              )
              target.storeBytes(of: word, toByteOffset: length &+ offset, as: UInt64.self)
              offset &+= 8
            }
            length &+= range.count
          }
        } else {
          let (written, isUndecodable) = text.full(bytes, cell)
          if isUndecodable { undecodable.add(1, lines: [records[row].line]) }
          if !MissingWord.isTextMissing(written.span, 0, written.count) {
            for byte in written {
              target.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
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
