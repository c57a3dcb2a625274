extension ColumnCells {
  /// The cells as texts.
  func texts(_ undecodable: inout LineCount) -> TextColumn {
    var copies = [UInt8](repeating: 0, count: index.records.count * 8 + Self.spareBytes)
    var ends = [Int](repeating: 0, count: index.records.count)
    let length = copy(into: &copies, &ends, &undecodable)
    copies.removeLast(copies.count - length)
    return TextColumn(bytes: copies, ends: ends)
  }

  /// How many bytes beyond a text are written over.
  private static let spareBytes = 8

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
    var length = 0
    for row in 0..<records.count {
      if let cell = RecordIndex.range(column, of: records[row], fieldEnds) {
        if let range = text.inPlace(bytes, cell), isASCII || isPlain(bytes, range) {
          if !MissingWord.isTextMissing(bytes, range.lowerBound, range.upperBound) {
            Self.makeRoom(for: range.count, after: length, in: &copies)
            Self.copy(bytes, range, to: length, of: &copies)
            length &+= range.count
          }
        } else {
          let (written, isUndecodable) = text.full(bytes, cell)
          if isUndecodable { undecodable.add(1, lines: [records[row].line]) }
          if !MissingWord.isTextMissing(written.span, 0, written.count) {
            Self.makeRoom(for: written.count, after: length, in: &copies)
            for (offset, byte) in written.enumerated() { copies[length + offset] = byte }
            length &+= written.count
          }
        }
      }
      ends[row] = length
    }
    return length
  }

  @inline(__always)
  private static func makeRoom(for count: Int, after length: Int, in copies: inout [UInt8]) {
    let needed = length + count + spareBytes
    guard needed > copies.count else { return }
    copies.append(contentsOf: repeatElement(0, count: max(needed, copies.count * 2) - copies.count))
  }

  /// Copies eight bytes at once: the text has 64 spare bytes after its end, the copies have room.
  @inline(__always)
  private static func copy(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    to place: Int,
    of copies: inout [UInt8],
  ) {
    let raw = unsafe bytes.bytes
    var copies = copies.mutableSpan
    var target = unsafe copies.mutableBytes
    var offset = 0
    while offset < range.count {
      // A load of plain integers, whose bounds the span checks.
      let word: UInt64 = unsafe raw.unsafeLoadUnaligned(
        fromByteOffset: range.lowerBound &+ offset,
        as: UInt64.self,
      )
      target.storeBytes(of: word, toByteOffset: place &+ offset, as: UInt64.self)
      offset &+= 8
    }
  }

  private func isPlain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for position in range where bytes[position] >= 0x80 { return false }
    return true
  }
}
