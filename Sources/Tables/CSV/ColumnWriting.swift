/// How the numbers and dates of one column are written.
struct ColumnWriting: Sendable, Equatable {
  /// The mark before the fraction: what the column shows itself, else what the file shows.
  var decimalMark: DecimalMark
  /// The order in which dates with the year last are read.
  var dateOrder: DateOrder
  /// What whole numbers mean if the column is read as dates; nil if they are none.
  var numericDate: NumericDate?
}
