extension TableError {
  /// What happened, where, and what to do: at most three sentences.
  package var errorDescription: String {
    [whatHappened, whatToDo].joined(separator: " ")
  }

  /// One sentence: what happened, and where.
  package var whatHappened: String {
    switch self {
    case .empty:
      "The file is empty."
    case .onlyBlankLines(let count):
      "The file holds nothing but \(count == 1 ? "one blank line" : "\(count) blank lines")."
    case .binary(let content):
      "The file is not a CSV text: \(content.words)."
    case .tooManyColumns(let at, let found, let limit):
      "A record has \(found) or more columns where at most \(limit) are allowed (line \(at.line))."
    case .fieldTooLong(let at, let limit, quoted: true):
      "A quoted field is longer than \(Self.size(limit)) (its quote opens in line \(at.line))."
    case .fieldTooLong(let at, let limit, quoted: false):
      "A field is longer than \(Self.size(limit)) (line \(at.line))."
    case .recordTooLong(let at, let limit):
      "A record is longer than \(Self.size(limit)) (it begins in line \(at.line))."
    case .unclosedQuote(let at):
      "A double quote is opened in line \(at.line) and never closed."
    case .sourceFailed(let reason, let byte):
      "The file could not be read after byte \(byte): \(reason)."
    case .tooManyRecords(let line, let limit):
      "The file has more than \(limit) records (line \(line))."
    case .spaceAligned(let line):
      "The columns are set apart by blanks, not by a delimiter (line \(line))."
    case .noHeaderLine(let line):
      "The file has no line \(line), where its header is said to be."
    case .unknownEncoding(let name):
      "The encoding \(name.prefix(40)) is not known here."
    }
  }

  /// Where it happened, for a machine-readable answer: "line 7", or "file" if it has no line.
  package var whereItHappened: String {
    switch self {
    case .empty, .onlyBlankLines, .binary, .noHeaderLine, .unknownEncoding: "file"
    case .tooManyColumns(let at, _, _), .fieldTooLong(let at, _, _), .recordTooLong(let at, _),
      .unclosedQuote(let at):
      "line \(at.line)"
    case .tooManyRecords(let line, _), .spaceAligned(let line): "line \(line)"
    case .sourceFailed(_, let byte): "byte \(byte)"
    }
  }

  /// One sentence: what the reader of the message can do.
  package var whatToDo: String {
    switch self {
    case .empty, .onlyBlankLines:
      "Export it again, and look at it before you drop it in the inbox."
    case .binary(.zipOrWorkbook), .binary(.oldWorkbook):
      "Open it in your spreadsheet program and save it as CSV (comma separated, UTF-8)."
    case .binary(.gzip):
      "Give it a name that ends in .csv.gz, or unpack it first."
    case .binary(.zstandard):
      "Give it a name that ends in .csv.zst, or unpack it first."
    case .binary(.pdf), .binary(.unknown):
      "Export the data as CSV (comma separated, UTF-8) and drop that file in the inbox."
    case .tooManyColumns:
      "Export only the columns that describe customers or orders, or raise `limits.columns`."
    case .fieldTooLong(_, _, quoted: true), .unclosedQuote:
      "Close the quote or write it twice if it belongs to the text, then drop the file again."
    case .fieldTooLong(_, _, quoted: false), .recordTooLong:
      "Check that the file was exported as CSV with line breaks, or raise `limits.field`."
    case .sourceFailed:
      "Check the disk and the permissions, then drop the file in the inbox again."
    case .tooManyRecords:
      "Export a shorter period, or split the file."
    case .spaceAligned:
      "Export it as CSV with commas, semicolons or tabs between the columns."
    case .noHeaderLine:
      "Correct the line of the header in the configuration, or leave it out."
    case .unknownEncoding:
      "Name it as IANA does (UTF-8, windows-1252, ISO-8859-15, Shift_JIS), or save the file as UTF-8."
    }
  }

  /// A number of bytes as people write it.
  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case (1 << 20)... where bytes % (1 << 20) == 0: "\(bytes >> 20) MiB"
    case (1 << 10)... where bytes % (1 << 10) == 0: "\(bytes >> 10) KiB"
    default: bytes == 1 ? "1 byte" : "\(bytes) bytes"
    }
  }
}

extension BinaryContent {
  /// What it is, to stand behind a colon.
  var words: String {
    switch self {
    case .zipOrWorkbook: "it is an Excel workbook or another zip archive"
    case .oldWorkbook: "it is an Excel workbook"
    case .pdf: "it is a PDF document"
    case .gzip: "it is compressed with gzip"
    case .zstandard: "it is compressed with Zstandard"
    case .unknown(let percent): "\(percent) of 100 bytes are control characters"
    }
  }
}
