import CKernels

/// Finds records and fields in a stretch of text.
///
/// RFC 4180, and tolerant: lines end with LF, CR or CRLF, also mixed; a quote counts only where a
/// field begins, and text after a closing quote belongs to the field. Blocks of 64 bytes in which
/// nothing is odd are left to a C loop; in others only the bytes that have a meaning are looked at.
struct RecordScanner {
  private let delimiter: UInt8
  private let quote: UInt8
  private let hasBackslashEscapes: Bool
  private let structurals: ByteKernels.Structurals
  private let limits: CSVLimits
  private let origin: Position

  private var end = 0
  private var isWhole = false
  private var maximum = 0
  private var isStopped = false
  private var line: Int
  private var recordStart = 0
  private var recordLine: Int
  private var firstField = 0
  private var fieldStart = 0
  private var fieldCount = 0
  private var isInside = false
  private var quoteLine = 0
  private var lastClose = -2
  private var skipBelow = 0
  /// Whether a byte that was looked at is not ASCII; it may stand behind the last whole record.
  private(set) var hasNonASCII = false
  /// Whether a byte that was looked at is zero.
  private(set) var hasZero = false

  /// Makes a scanner for one stretch.
  ///
  /// - Parameter origin: The position of the first byte that will be scanned.
  init(_ dialect: CSVDialect, limits: CSVLimits, origin: Position) {
    delimiter = dialect.delimiter
    quote = dialect.quote
    hasBackslashEscapes = dialect.hasBackslashEscapes
    structurals = ByteKernels.Structurals(delimiter: delimiter, quote: quote)
    self.limits = limits
    self.origin = origin
    line = origin.line
    recordLine = origin.line
  }

  /// Finds the whole records of `range`, at most `maximum`, and returns where the next one begins.
  ///
  /// - Parameters:
  ///   - bytes: The text, with at least 64 spare bytes after the range.
  ///   - isWhole: Whether the text ends where the range ends; if not, a record that has not
  ///     ended yet is left for later.
  mutating func scan(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    isWhole: Bool,
    maximum: Int,
    into index: inout RecordIndex,
  ) throws(TableError) -> (next: Int, line: Int) {
    (end, self.isWhole, self.maximum) = (range.upperBound, isWhole, maximum)
    (recordStart, fieldStart) = (range.lowerBound, range.lowerBound)
    (fieldCount, firstField) = (index.fieldCount, index.fieldCount)
    // The records are moved aside: fields and records are written to at the same time.
    var records: [RecordIndex.Record] = []
    swap(&records, &index.records)
    defer { swap(&records, &index.records) }
    let chunkBytes = 1 << 14
    var plain = PlainBlocks(delimiter: delimiter, quote: quote, limits: limits)
    if maximum == .max { index.fieldEnds.reserveCapacity(range.count / 8 + chunkBytes) }
    let hasPlainBlocks = !hasBackslashEscapes && maximum == .max
    var position = range.lowerBound
    while position < end, !isStopped {
      index.fieldCount = fieldCount
      index.reserveFields(chunkBytes + PlainBlocks.spareFields)
      var next = min(position + chunkBytes, end)
      if hasPlainBlocks {
        let done = takePlain(&plain, bytes, position..<next, &index, &records)
        guard done == position else {
          position = done
          continue
        }
        next = min(position + ByteKernels.blockBytes, end)
      }
      noteOddBytes(bytes.span, position..<next)
      var fieldEnds = index.fieldEnds.mutableSpan
      try scanChunk(bytes.span, position..<next, &fieldEnds, &records, from: range.lowerBound)
      guard fieldCount - firstField <= limits.columns else {
        throw recordError(position, records.count, from: range.lowerBound)
      }
      position = next
    }
    index.fieldCount = fieldCount
    if !isStopped { try finish(bytes.span, &index, &records, from: range.lowerBound) }
    return (recordStart, recordLine)
  }

  /// Scans whole blocks as far as nothing is odd, and returns where that ends.
  private mutating func takePlain(
    _ plain: inout PlainBlocks,
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ index: inout RecordIndex,
    _ records: inout [RecordIndex.Record],
  ) -> Int {
    plain.state.line = line
    plain.state.record_line = recordLine
    plain.state.record_start = recordStart
    plain.state.first_field = firstField
    plain.state.fields = fieldCount
    plain.state.inside = isInside ? 1 : 0
    let mayOpen = fieldStart == range.lowerBound || lastClose + 1 == range.lowerBound
    plain.state.may_open = mayOpen ? 1 : 0
    let position = plain.scan(bytes, range, skip: skipBelow, &index.fieldEnds, &records)
    guard position > range.lowerBound else { return position }
    let hadFields = plain.state.fields > fieldCount
    line = plain.state.line
    recordLine = plain.state.record_line
    recordStart = plain.state.record_start
    firstField = plain.state.first_field
    fieldCount = plain.state.fields
    isInside = plain.state.inside != 0
    hasNonASCII = plain.state.beyond_ascii != 0 || hasNonASCII
    hasZero = plain.state.has_zero != 0 || hasZero
    if hadFields {
      fieldStart = max(recordStart, Int(index.fieldEnds[fieldCount - 1]) + 1)
      if isInside {
        quoteLine = line - bytes[fieldStart..<position].count { $0 == 0x0a }
      }
    }
    lastClose = plain.state.may_open != 0 && fieldStart != position ? position - 1 : -2
    return position
  }

  private mutating func noteOddBytes(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let (start, end) = (range.lowerBound, range.upperBound)
    hasNonASCII = hasNonASCII || ByteKernels.firstNonASCII(bytes, from: start, to: end) < end
    hasZero = hasZero || ByteKernels.zeros(bytes, from: start, to: end) > 0
  }

  private mutating func scanChunk(
    _ bytes: Span<UInt8>,
    _ chunk: Range<Int>,
    _ fieldEnds: inout MutableSpan<UInt32>,
    _ records: inout [RecordIndex.Record],
    from first: Int,
  ) throws(TableError) {
    var base = chunk.lowerBound
    while base < chunk.upperBound {
      var mask = ByteKernels.structuralMask(bytes, at: base, structurals)
      let rest = chunk.upperBound &- base
      if rest < 64 { mask &= (1 &<< UInt64(rest)) &- 1 }
      while mask != 0 {
        let at = base &+ mask.trailingZeroBitCount
        mask &= mask &- 1
        let byte = bytes[at]
        if isInside {
          stepInside(bytes, at, byte)
        } else if byte == delimiter {
          fieldEnds[fieldCount] = UInt32(truncatingIfNeeded: at)
          fieldCount &+= 1
          if at &- fieldStart > limits.fieldBytes {
            throw tooLong(bytes, records.count, from: first)
          }
          fieldStart = at &+ 1
        } else if byte == quote {
          openQuote(at)
        } else if at >= skipBelow {
          guard let next = afterLineBreak(bytes, at, byte) else {
            isStopped = true
            return
          }
          fieldEnds[fieldCount] = UInt32(truncatingIfNeeded: at)
          fieldCount &+= 1
          try endRecord(bytes, at, next, &records, from: first)
        }
        if isStopped { return }
      }
      base &+= 64
    }
  }

  /// A quote opens a field only at its start; right after a closing quote it is the second of a pair.
  @inline(__always)
  private mutating func openQuote(_ at: Int) {
    guard at == fieldStart || at == lastClose &+ 1 else { return }
    isInside = true
    if at == fieldStart { quoteLine = line }
  }

  @inline(__always)
  private mutating func stepInside(_ bytes: Span<UInt8>, _ at: Int, _ byte: UInt8) {
    if byte == quote {
      if hasBackslashEscapes, isEscaped(bytes, at) { return }
      isInside = false
      lastClose = at
    } else if byte == 0x0a {
      line &+= 1
    } else if byte == 0x0d {
      if at &+ 1 < end {
        if bytes[at &+ 1] != 0x0a { line &+= 1 }
      } else if isWhole {
        line &+= 1
      }
    }
  }

  /// Whether an odd number of backslashes stands before a quote within a field.
  private func isEscaped(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var position = at
    while position - 1 > fieldStart, bytes[position - 1] == UInt8(ascii: "\\") { position -= 1 }
    return (at - position) & 1 == 1
  }

  /// Where the next record begins, or nil if that depends on a byte that is not here yet.
  @inline(__always)
  private mutating func afterLineBreak(_ bytes: Span<UInt8>, _ at: Int, _ byte: UInt8) -> Int? {
    guard byte == 0x0d else { return at &+ 1 }
    guard at &+ 1 < end else { return isWhole ? at &+ 1 : nil }
    guard bytes[at &+ 1] == 0x0a else { return at &+ 1 }
    skipBelow = at &+ 2
    return at &+ 2
  }

  @inline(__always)
  private mutating func endRecord(
    _ bytes: Span<UInt8>,
    _ at: Int,
    _ next: Int,
    _ records: inout [RecordIndex.Record],
    from first: Int,
  ) throws(TableError) {
    if at &- fieldStart > limits.fieldBytes { throw tooLong(bytes, records.count, from: first) }
    if at &- recordStart > limits.recordBytes || fieldCount &- firstField > limits.columns {
      throw recordError(at, records.count, from: first)
    }
    records.append(
      RecordIndex.Record(
        start: UInt32(truncatingIfNeeded: recordStart),
        firstField: UInt32(truncatingIfNeeded: firstField),
        fieldCount: UInt32(truncatingIfNeeded: fieldCount &- firstField),
        line: recordLine,
      )
    )
    line &+= 1
    recordLine = line
    recordStart = next
    fieldStart = next
    firstField = fieldCount
    if records.count >= maximum { isStopped = true }
  }

  /// Ends the last record of a whole text, or checks what is here of a record that goes on.
  private mutating func finish(
    _ bytes: Span<UInt8>,
    _ index: inout RecordIndex,
    _ records: inout [RecordIndex.Record],
    from first: Int,
  ) throws(TableError) {
    guard end - fieldStart <= limits.fieldBytes else {
      throw tooLong(bytes, records.count, from: first)
    }
    guard end - recordStart <= limits.recordBytes else {
      throw recordError(end, records.count, from: first)
    }
    guard isWhole else { return }
    guard !isInside else {
      throw .unclosedQuote(position(of: fieldStart, quoteLine, records.count, from: first))
    }
    guard recordStart < end else { return }
    index.fieldEnds[fieldCount] = UInt32(truncatingIfNeeded: end)
    fieldCount += 1
    index.fieldCount = fieldCount
    try endRecord(bytes, end, end, &records, from: first)
  }

  private func tooLong(_ bytes: Span<UInt8>, _ records: Int, from first: Int) -> TableError {
    let isQuoted = bytes[fieldStart] == quote
    let line = isQuoted ? quoteLine : recordLine
    return .fieldTooLong(
      position(of: fieldStart, line, records, from: first),
      limit: limits.fieldBytes,
      quoted: isQuoted,
    )
  }

  private func recordError(_ at: Int, _ records: Int, from first: Int) -> TableError {
    let start = position(of: recordStart, recordLine, records, from: first)
    return at - recordStart > limits.recordBytes
      ? .recordTooLong(start, limit: limits.recordBytes)
      : .tooManyColumns(start, found: fieldCount - firstField, limit: limits.columns)
  }

  private func position(of byte: Int, _ line: Int, _ records: Int, from first: Int) -> Position {
    Position(line: line, byte: origin.byte + byte - first, record: origin.record + records)
  }
}
