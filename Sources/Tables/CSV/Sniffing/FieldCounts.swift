/// How many fields the first records of a file have under one delimiter, and where its table begins.
struct FieldCounts {
  /// The usual number of fields.
  let usual: Int
  /// The share of the records from the start of the table on that have the usual number.
  let consistency: Double
  /// The first record of the table: those before it are blank or a preamble.
  private(set) var tableStart: Int
  /// Whether the record at `tableStart` has the usual number of fields.
  let isHeaderUsual: Bool
  /// Whether records that are not blank stand before the table.
  let hasPreamble: Bool

  /// Counts the fields of records that were scanned from `text`.
  init(_ index: RecordIndex, in text: [UInt8]) {
    let counts = index.records.map { record in
      Self.isBlank(record, index, text) ? 0 : Int(record.fieldCount)
    }
    var frequency: [Int: Int] = [:]
    for count in counts where count > 0 { frequency[count, default: 0] += 1 }
    let first = counts.first { $0 > 0 } ?? 1
    let most = frequency.values.max() ?? 0
    // Of numbers that are equally frequent the header's is right, else the largest; a remark of one
    // field above the header is no header.
    let candidates = frequency.filter { $0.value == most }.keys
    let usual = candidates.contains(first) && first > 1 ? first : candidates.max() ?? first
    self.usual = usual
    tableStart = Self.tableStart(counts, usual: usual)
    hasPreamble = counts[..<tableStart].contains { $0 > 0 }
    let table = counts[tableStart...].filter { $0 > 0 }
    let agreeing = table.count { $0 == usual }
    consistency = table.isEmpty ? 0 : Double(agreeing) / Double(table.count)
    isHeaderUsual = tableStart < counts.count && counts[tableStart] == usual
  }

  /// Lets the table begin where somebody says that it does.
  mutating func beginTable(atLine line: Int, of index: RecordIndex) {
    tableStart = index.records.firstIndex { $0.line >= line } ?? index.records.count
  }

  /// The first record that is not blank and not one of a few much shorter ones.
  private static func tableStart(_ counts: [Int], usual: Int) -> Int {
    let preambleRecords = 30
    for (record, count) in counts.enumerated() {
      if count == 0 { continue }
      if count * 2 > usual || record >= preambleRecords { return record }
      if usual == 1 { return record }
    }
    return counts.firstIndex { $0 > 0 } ?? counts.count
  }

  /// Whether a record is one field of nothing but blanks.
  static func isBlank(_ record: RecordIndex.Record, _ index: RecordIndex, _ text: [UInt8]) -> Bool {
    guard record.fieldCount == 1 else { return false }
    let end = Int(index.fieldEnds[Int(record.firstField)])
    for position in Int(record.start)..<end where text[position] > 0x20 { return false }
    return true
  }
}
