/// How much of anything the reader accepts, and in which portions it reads.
package struct CSVLimits: Sendable, Equatable {
  /// The most columns a record may have.
  package var columns = 4096
  /// The most bytes a field may have, quotes included.
  package var fieldBytes = 1 << 20
  /// The most bytes a record may have.
  package var recordBytes = 16 << 20
  /// The most data records a file may have.
  package var records = 50_000_000
  /// How many bytes are looked at before the dialect is decided.
  package var headBytes = 1 << 20
  /// How many bytes are asked of the source at once.
  package var blockBytes = 256 << 10
  /// The most rows of one batch.
  package var batchRows = 32768

  /// The limits that are used when nobody asks for others.
  package init() {}
}
