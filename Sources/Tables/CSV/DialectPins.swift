/// What somebody knows about how a file is written: it is not guessed then.
package struct DialectPins: Sendable, Equatable {
  /// How characters are written as bytes.
  package var encoding: TextEncoding?
  /// The byte between two fields.
  package var delimiter: UInt8?
  /// The byte around fields.
  package var quote: UInt8?
  /// The mark before the fraction, for all columns.
  package var decimalMark: DecimalMark?
  /// The order of dates with the year last, for all columns.
  package var dateOrder: DateOrder?
  /// Where the names of the columns stand.
  package var header: Header?

  /// Whether a table names its columns, and where.
  package enum Header: Sendable, Equatable {
    /// In this line, counted from 1.
    case line(Int)
    /// Nowhere: the first record holds data.
    case none
  }

  /// Nothing is known.
  package init() {}
}
