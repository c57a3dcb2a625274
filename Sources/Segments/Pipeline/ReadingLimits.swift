import Tables

/// How much of anything one file may hold; more refuses the file.
package struct ReadingLimits: Sendable, Equatable {
  /// Columns of a record.
  package var columns: Int
  /// Bytes of a field, quotes included.
  package var fieldBytes: Int

  /// Makes limits; those that are not given are those of the contract.
  package init(columns: Int = 4096, fieldBytes: Int = 1 << 20) {
    self.columns = columns
    self.fieldBytes = fieldBytes
  }

  /// The limits as the reader of tables knows them.
  var csv: CSVLimits {
    var limits = CSVLimits()
    limits.columns = columns
    limits.fieldBytes = fieldBytes
    // A record holds its fields: one that is allowed must not be refused for the record's size.
    limits.recordBytes = max(limits.recordBytes, fieldBytes * 2)
    return limits
  }
}
