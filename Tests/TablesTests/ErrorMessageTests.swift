import Testing

@testable import Tables

@Suite("Every error says what happened, where and what to do")
struct ErrorMessageTests {
  private static let at = Position(line: 7, byte: 99, record: 6)
  private static let again = "then drop the file again."

  @Test(
    "in these words",
    arguments: [
      (
        TableError.empty, "file",
        "The file is empty. Export it again, and look at it before you drop it in the inbox."
      ),
      (
        .onlyBlankLines(1), "file",
        "The file holds nothing but one blank line. "
          + "Export it again, and look at it before you drop it in the inbox."
      ),
      (
        .onlyBlankLines(3), "file",
        "The file holds nothing but 3 blank lines. "
          + "Export it again, and look at it before you drop it in the inbox."
      ),
      (
        .binary(.zipOrWorkbook), "file",
        "The file is not a CSV text: it is an Excel workbook or another zip archive. "
          + "Open it in your spreadsheet program and save it as CSV (comma separated, UTF-8)."
      ),
      (
        .binary(.oldWorkbook), "file",
        "The file is not a CSV text: it is an Excel workbook. "
          + "Open it in your spreadsheet program and save it as CSV (comma separated, UTF-8)."
      ),
      (
        .binary(.pdf), "file",
        "The file is not a CSV text: it is a PDF document. "
          + "Export the data as CSV (comma separated, UTF-8) and drop that file in the inbox."
      ),
      (
        .binary(.gzip), "file",
        "The file is not a CSV text: it is compressed with gzip. "
          + "Give it a name that ends in .csv.gz, or unpack it first."
      ),
      (
        .binary(.zstandard), "file",
        "The file is not a CSV text: it is compressed with Zstandard. "
          + "Give it a name that ends in .csv.zst, or unpack it first."
      ),
      (
        .binary(.unknown(controlPercent: 11)), "file",
        "The file is not a CSV text: 11 of 100 bytes are control characters. "
          + "Export the data as CSV (comma separated, UTF-8) and drop that file in the inbox."
      ),
      (
        .tooManyColumns(at, found: 5000, limit: 4096), "line 7",
        "A record has 5000 or more columns where at most 4096 are allowed (line 7). "
          + "Export only the columns that describe customers or orders, or raise `limits.columns`."
      ),
      (
        .fieldTooLong(at, limit: 1 << 20, quoted: true), "line 7",
        "A quoted field is longer than 1 MiB (its quote opens in line 7). "
          + "Close the quote or write it twice if it belongs to the text, \(again)"
      ),
      (
        .fieldTooLong(at, limit: 2048, quoted: false), "line 7",
        "A field is longer than 2 KiB (line 7). "
          + "Check that the file was exported as CSV with line breaks, or raise `limits.field`."
      ),
      (
        .recordTooLong(at, limit: 1000), "line 7",
        "A record is longer than 1000 bytes (it begins in line 7). "
          + "Check that the file was exported as CSV with line breaks, or raise `limits.field`."
      ),
      (
        .unclosedQuote(at), "line 7",
        "A double quote is opened in line 7 and never closed. "
          + "Close the quote or write it twice if it belongs to the text, \(again)"
      ),
      (
        .tooManyRecords(line: 7, limit: 50), "line 7",
        "The file has more than 50 records (line 7). "
          + "Export a shorter period, or split the file."
      ),
      (
        .spaceAligned(line: 7), "line 7",
        "The columns are set apart by blanks, not by a delimiter (line 7). "
          + "Export it as CSV with commas, semicolons or tabs between the columns."
      ),
      (
        .noHeaderLine(9), "file",
        "The file has no line 9, where its header is said to be. "
          + "Correct the line of the header in the configuration, or leave it out."
      ),
      (
        .unknownEncoding("KLINGON"), "file",
        "The encoding KLINGON is not known here. Name it as IANA does (UTF-8, windows-1252, "
          + "ISO-8859-15, Shift_JIS), or save the file as UTF-8."
      ),
      (
        .sourceFailed("input/output error", at: 4096), "byte 4096",
        "The file could not be read after byte 4096: input/output error. "
          + "Check the disk and the permissions, then drop the file in the inbox again."
      ),
    ],
  )
  func sentences(error: TableError, place: String, sentence: String) {
    #expect(error.errorDescription == sentence)
    #expect(error.whereItHappened == place)
    #expect(error.whatHappened + " " + error.whatToDo == sentence)
  }
}
