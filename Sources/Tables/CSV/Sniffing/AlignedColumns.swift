/// Whether the columns of a text are set apart by blanks in equal places, as reports are printed.
struct AlignedColumns {
  /// The first line of such a text; nil if it is none.
  let line: Int?

  /// Looks at records that no delimiter separates.
  init(_ index: RecordIndex, in text: [UInt8]) {
    var common: Set<Int>?
    var first: Int?
    var lines = 0
    for record in index.records.prefix(50) {
      let end = Int(index.fieldEnds[Int(record.firstField + record.fieldCount) - 1])
      guard !FieldCounts.isBlank(record, index, text) else { continue }
      let starts = Self.starts(text, Int(record.start)..<end)
      common = common?.intersection(starts) ?? starts
      first = first ?? record.line
      lines += 1
    }
    line = lines >= 3 && !(common ?? []).isEmpty ? first : nil
  }

  /// Where in a line a word begins after two blanks or more.
  private static func starts(_ text: [UInt8], _ line: Range<Int>) -> Set<Int> {
    var starts: Set<Int> = []
    var blanks = 0
    for position in line.prefix(2000) {
      if text[position] == 0x20 {
        blanks += 1
        continue
      }
      if blanks >= 2, position - blanks > line.lowerBound {
        starts.insert(position - line.lowerBound)
      }
      blanks = 0
    }
    return starts
  }
}
