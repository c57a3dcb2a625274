import CKernels

/// Scans the blocks of a text in which nothing is odd, all bytes of a block at once.
struct PlainBlocks {
  /// How many places for the ends of fields there must be beyond one for each byte.
  static let spareFields = 8
  /// How many records are noted before they are handed over.
  private static let room = 256

  /// Where the scan stands.
  var state = kernel_record_scan()
  private var found = [kernel_record](repeating: kernel_record(), count: room)

  /// Makes what scans a text of this dialect, which must not have backslashes before quotes.
  init(delimiter: UInt8, quote: UInt8, limits: CSVLimits) {
    state.delimiter = delimiter
    state.quote = quote
    state.room = Self.room
    // A field is never longer than its record.
    state.record_bytes = min(limits.fieldBytes, limits.recordBytes)
    state.record_fields = limits.columns
  }

  /// Scans the whole blocks of a range, and returns where the first one begins that was left.
  ///
  /// - Parameter skip: A line feed before this place belongs to the carriage return before it.
  mutating func scan(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    skip: Int,
    _ fieldEnds: inout [UInt32],
    _ records: inout [RecordIndex.Record],
  ) -> Int {
    var position = range.lowerBound
    precondition(range.upperBound <= bytes.count, "A scan ends within its bytes.")
    precondition(
      fieldEnds.count >= state.fields + range.count + Self.spareFields,
      "Every byte may end a field.",
    )
    while range.upperBound - position >= ByteKernels.blockBytes {
      state.records = 0
      let blocks = (range.upperBound - position) / ByteKernels.blockBytes
      // The kernel reads `blocks` blocks from `position` on, and writes one end for each of their
      // bytes at most, eight at once, and no more records than there is room for.
      let done = unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe fieldEnds.withUnsafeMutableBufferPointer { ends in
          unsafe found.withUnsafeMutableBufferPointer { found in
            guard let bytes = bytes.baseAddress, let ends = ends.baseAddress,
              let found = found.baseAddress
            else { return 0 }
            return unsafe kernel_records(bytes, position, blocks, skip, &state, ends, found)
          }
        }
      }
      for record in found[..<state.records] {
        records.append(
          RecordIndex.Record(
            start: record.start,
            firstField: record.first_field,
            fieldCount: record.field_count,
            line: record.line,
          )
        )
      }
      position += done * ByteKernels.blockBytes
      if state.records + ByteKernels.blockBytes <= Self.room { break }
    }
    return position
  }
}
