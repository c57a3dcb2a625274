/// What the cells of one column of the head show of how they are written.
struct ColumnVotes {
  /// The votes for the decimal mark.
  var decimal = DecimalVote()
  /// The votes for the order of dates.
  var dates = DateOrderVote()
  /// What the numbers are if they are dates; nil if not all can be.
  var numericDate: NumericDate?
}
