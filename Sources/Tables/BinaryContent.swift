/// What a file that is not text seems to be.
package enum BinaryContent: Sendable, Equatable {
  /// A zip archive, which is also what Excel workbooks (.xlsx) are.
  case zipOrWorkbook
  /// An Excel workbook of the old kind (.xls).
  case oldWorkbook
  /// A PDF document.
  case pdf
  /// Compressed with gzip.
  case gzip
  /// Compressed with Zstandard.
  case zstandard
  /// Something else: so many of 100 bytes are control characters.
  case unknown(controlPercent: Int)
}
