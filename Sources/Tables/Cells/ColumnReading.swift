/// The cells of one column of a batch, and what was noticed while reading them.
struct ColumnReading {
  /// The cells.
  let values: ColumnValues
  /// The texts that are not in the encoding of the file.
  var undecodable = LineCount()
  /// What the dates show of their order, if that is open.
  var dates = DateOrderVote()
  /// The dates that can be read in the other order only.
  var otherOrder = LineCount()
}
