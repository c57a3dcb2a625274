/// Why a file cannot be read as a table.
///
/// `errorDescription` says what happened, where, and what to do, in at most three sentences.
package enum TableError: Error, Equatable, Sendable {
  /// The file has no bytes, or nothing but a byte order mark.
  case empty
  /// The file has nothing but blank lines.
  case onlyBlankLines(Int)
  /// The file is not text.
  case binary(BinaryContent)
  /// The header or a record has more fields than the limit.
  case tooManyColumns(Position, found: Int, limit: Int)
  /// A field has more bytes than the limit; if `quoted`, the position is that of its opening quote.
  case fieldTooLong(Position, limit: Int, quoted: Bool)
  /// A record has more bytes than the limit.
  case recordTooLong(Position, limit: Int)
  /// A quote was opened here and never closed.
  case unclosedQuote(Position)
  /// The bytes could not be read; the text is that of whoever carries them.
  case sourceFailed(String, at: Int)
  /// The file has more records than the limit.
  case tooManyRecords(line: Int, limit: Int)
  /// The columns are set apart by blanks, not by a delimiter.
  case spaceAligned(line: Int)
  /// The file ends before the line where somebody says that its header stands.
  case noHeaderLine(Int)
  /// The system cannot decode the encoding that the configuration names.
  case unknownEncoding(String)
}
