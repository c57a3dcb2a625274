/// Where the records and fields of a stretch of text lie.
struct RecordIndex {
  /// Where one record lies.
  struct Record {
    /// The first byte of the record.
    var start: UInt32
    /// The first of its fields in `fieldEnds`.
    var firstField: UInt32
    /// How many fields it has.
    var fieldCount: UInt32
    /// The line where it begins.
    var line: Int
  }

  /// The byte after each field; only the first `fieldCount` count.
  var fieldEnds: [UInt32] = []
  /// How many fields were found.
  var fieldCount = 0
  /// The records found.
  var records: [Record] = []

  /// Forgets everything but the memory.
  mutating func removeAll() {
    fieldCount = 0
    records.removeAll(keepingCapacity: true)
  }

  /// Makes room for so many more fields.
  mutating func reserveFields(_ count: Int) {
    let needed = fieldCount + count
    guard needed > fieldEnds.count else { return }
    fieldEnds.append(contentsOf: repeatElement(0, count: max(needed, 8192) - fieldEnds.count))
  }

  /// The bytes of a whole record, by its place in `records`.
  func bytes(of place: Int, in text: [UInt8]) -> [UInt8] {
    let record = records[place]
    let end = fieldEnds[Int(record.firstField + record.fieldCount) - 1]
    return Array(text[Int(record.start)..<Int(end)])
  }

  /// The bytes of one field, quotes included, or nil if the record has no such field.
  @inline(__always)
  static func range(_ column: Int, of record: Record, _ fieldEnds: Span<UInt32>) -> Range<Int>? {
    guard column < Int(record.fieldCount) else { return nil }
    let field = Int(record.firstField) &+ column
    let start = column == 0 ? Int(record.start) : Int(fieldEnds[field &- 1]) &+ 1
    return start..<Int(fieldEnds[field])
  }
}
