extension CSVDialect {
  /// Finds out how a file is written from its first bytes.
  ///
  /// - Parameters:
  ///   - head: The bytes as they are, byte order mark included; 1 MiB is plenty.
  ///   - isWhole: Whether these are all bytes of the file.
  package static func sniff(_ head: [UInt8], isWhole: Bool) throws(TableError) -> CSVDialect {
    try HeadSurvey(head, isWhole: isWhole, limits: CSVLimits()).dialect
  }
}
