/// Finds the records of a table that are none: blank lines, the header once more, and lines of text
/// that programs write below a table ("83 record(s) downloaded", "Seller ID : 7", "Total").
///
/// Judged by each record alone, so that the answer does not depend on where a batch ends.
struct StrayRecords {
  /// The places that were taken out, and why.
  struct Found {
    var blank: [Int] = []
    var headers: [Int] = []
    var footers: [Int] = []
  }

  private static let totals = CellWord.set(
    "total totals totale totales totali totaux totais totaal grandtotal sum summe gesamt gesamtsumme somme somma soma suma"
  )
  private static let links = CellWord.set("grand general generale geral sub")

  private let header: [UInt8]
  private let columns: Int
  private let text: CellText

  /// Makes what finds strays of a table.
  ///
  /// - Parameter header: The header as it stands in the file; empty without one.
  init(_ header: [UInt8], columns: Int, _ dialect: CSVDialect) {
    (self.header, self.columns) = (header, columns)
    text = CellText(dialect)
  }

  /// Takes the strays out of an index and returns the lines where they stood.
  @discardableResult
  func remove(from index: inout RecordIndex, in bytes: [UInt8]) -> Found {
    var found = Found()
    var strays: [Int] = []
    do {
      let (span, ends, records) = (bytes.span, index.fieldEnds.span, index.records.span)
      for place in 0..<records.count {
        let record = records[place]
        if record.fieldCount == 1, isBlank(span, record, ends) {
          found.blank.append(record.line)
        } else if isHeader(span, record, ends) {
          found.headers.append(record.line)
        } else if isFooter(span, record, ends) {
          found.footers.append(record.line)
        } else {
          continue
        }
        strays.append(place)
      }
    }
    guard !strays.isEmpty else { return found }
    var kept: [RecordIndex.Record] = []
    var next = 0
    for (place, record) in index.records.enumerated() {
      if next < strays.count, strays[next] == place { next += 1 } else { kept.append(record) }
    }
    index.records = kept
    return found
  }

  private func isBlank(
    _ bytes: Span<UInt8>,
    _ record: RecordIndex.Record,
    _ ends: Span<UInt32>,
  ) -> Bool {
    for position in Int(record.start)..<Int(ends[Int(record.firstField)])
    where bytes[position] > 0x20 {
      return false
    }
    return true
  }

  /// Whether a record is byte for byte the header.
  @inline(__always)
  private func isHeader(
    _ bytes: Span<UInt8>,
    _ record: RecordIndex.Record,
    _ ends: Span<UInt32>,
  ) -> Bool {
    guard let first = header.first, columns > 1 || header.count > 1,
      bytes[Int(record.start)] == first
    else { return false }
    let (start, end) = (
      Int(record.start), Int(ends[Int(record.firstField + record.fieldCount) - 1])
    )
    guard end - start == header.count else { return false }
    for offset in 0..<header.count where bytes[start + offset] != header[offset] { return false }
    return true
  }

  /// Whether a record is a remark or a sum: one filled cell of some words, or a first one that says so.
  @inline(__always)
  private func isFooter(
    _ bytes: Span<UInt8>,
    _ record: RecordIndex.Record,
    _ ends: Span<UInt32>,
  ) -> Bool {
    guard columns >= 3, canBeFooter(bytes, record, ends) else { return false }
    var filled: Range<Int>?
    var blanks = 0
    for column in 0..<Int(record.fieldCount) {
      guard let cell = RecordIndex.range(column, of: record, ends),
        let range = text.inPlace(bytes, cell)
      else { return false }
      if range.isEmpty {
        blanks += 1
      } else if let filled {
        guard isTotal(bytes, filled) else { return false }
      } else {
        filled = range
      }
    }
    guard let filled else { return false }
    return isTotal(bytes, filled) ? blanks > 0 : isRemark(bytes, filled)
  }

  /// Whether a closer look is worth while: one field, an empty last one, or the letter of a sum.
  @inline(__always)
  private func canBeFooter(
    _ bytes: Span<UInt8>,
    _ record: RecordIndex.Record,
    _ ends: Span<UInt32>,
  ) -> Bool {
    let last = Int(record.firstField + record.fieldCount) - 1
    if record.fieldCount == 1 || ends[last] == ends[last - 1] + 1 { return true }
    let start = Int(record.start)
    if ends[Int(record.firstField)] == record.start { return true }
    switch bytes[bytes[start] == text.quote ? start + 1 : start] | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "g"): return true
    default: return false
    }
  }

  /// Letters, a blank between them, and a number or a colon.
  private func isRemark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var (hasLetter, hasBlank, hasSign) = (false, false, false)
    for position in range.prefix(1000) {
      switch bytes[position] {
      case 0x20: hasBlank = true
      case 0x30...0x3a, UInt8(ascii: "("): hasSign = true
      case 0x41...0x5a, 0x61...0x7a, 0x80...0xff: hasLetter = true
      default: continue
      }
    }
    return hasLetter && hasBlank && hasSign
  }

  /// "Total", "Grand total:", "Summe".
  private func isTotal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 24,
      var (word, end) = CellWord.folded(bytes, range.lowerBound, range.upperBound)
    else { return false }
    if Self.links.contains(word), end < range.upperBound, bytes[end] == 0x20 {
      guard let next = CellWord.folded(bytes, end + 1, range.upperBound) else { return false }
      (word, end) = next
    }
    if end < range.upperBound, bytes[end] == UInt8(ascii: ":") { end += 1 }
    return end == range.upperBound && Self.totals.contains(word)
  }
}
