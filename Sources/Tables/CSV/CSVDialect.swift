/// How a file writes its table: encoding, delimiter, marks of numbers, order of dates, header.
package struct CSVDialect: Sendable, Equatable {
  /// How characters are written as bytes.
  package var encoding: TextEncoding
  /// Whether the file begins with a byte order mark.
  package var hasBOM: Bool
  /// The byte between two fields.
  package var delimiter: UInt8
  /// The byte around fields that contain delimiters or line breaks.
  package var quote: UInt8
  /// Whether a backslash before a quote makes it text, as databases write it, beside doubling it.
  package var hasBackslashEscapes = false
  /// The mark before the fraction of a number.
  package var decimalMark: DecimalMark
  /// The order of dates; nil if the file has none or does not show which order they have.
  package var dateOrder: DateOrder?
  /// The line of the header, counted from 1; without a header the line of the first record.
  package var headerLine: Int
  /// Whether the first record of the table names the columns (false if all its cells are numbers).
  package var hasHeader: Bool
  /// How dates with the year last are read: `dateOrder` if that says it, else the likelier order.
  ///
  /// Likelier is the order in which the days vary more than the months, as they do in a file
  /// sorted by date; then month first with slashes, and day first with points and hyphens.
  var assumedOrder: DateOrder?

  /// Makes a dialect: by default that of RFC 4180 with a header in the first line.
  package init(
    encoding: TextEncoding = .utf8,
    hasBOM: Bool = false,
    delimiter: UInt8 = UInt8(ascii: ","),
    quote: UInt8 = UInt8(ascii: "\""),
    decimalMark: DecimalMark = .point,
    dateOrder: DateOrder? = nil,
    headerLine: Int = 1,
    hasHeader: Bool = true,
  ) {
    self.encoding = encoding
    self.hasBOM = hasBOM
    self.delimiter = delimiter
    self.quote = quote
    self.decimalMark = decimalMark
    self.dateOrder = dateOrder
    self.headerLine = headerLine
    self.hasHeader = hasHeader
    assumedOrder = dateOrder
  }
}
