/// How the numbers and dates of a file are written, decided by the votes of all its columns.
struct WritingDecision {
  /// One for each column.
  private(set) var columns: [ColumnWriting]
  /// The mark before the fraction that most columns show.
  let decimalMark: DecimalMark
  /// The order of dates that the file shows; nil if it has none or does not show it.
  private(set) var dateOrder: DateOrder?
  /// How dates with the year last are read where the column does not show it itself.
  private(set) var assumedOrder: DateOrder?
  /// How many dates are two different days, depending on an order that nothing shows.
  private(set) var openDates = 0
  private let votes: [ColumnVotes]

  /// Decides for all columns.
  init(_ votes: [ColumnVotes], delimiter: UInt8, pins: DialectPins) {
    self.votes = votes
    let mark =
      pins.decimalMark ?? DecimalVote.winner(votes.map(\.decimal), delimiter: delimiter)
    decimalMark = mark
    var all = DateOrderVote()
    for vote in votes { all.add(vote.dates) }
    dateOrder = pins.dateOrder ?? all.order ?? all.namedOrder
    assumedOrder = dateOrder == .ymd ? all.likelyOrder : dateOrder ?? all.likelyOrder
    columns = []
    let (pinned, order) = (pins.dateOrder, assumedOrder ?? .mdy)
    columns = votes.map { vote in
      let own = vote.dates.yearLast > 0 ? vote.dates.order : nil
      return ColumnWriting(
        decimalMark: pins.decimalMark ?? vote.decimal.mark ?? mark,
        dateOrder: (pinned == .ymd ? nil : pinned) ?? own ?? order,
        numericDate: vote.numericDate,
      )
    }
    guard dateOrder == nil else { return }
    openDates = votes.reduce(0) { $0 + ($1.dates.order == nil ? $1.dates.ambiguous : 0) }
  }

  /// The columns whose dates do not show their order.
  var openColumns: [Int] {
    guard openDates > 0 else { return [] }
    return votes.indices.filter { votes[$0].dates.ambiguous > 0 && votes[$0].dates.order == nil }
  }

  /// The columns whose dates have the year first.
  var plainColumns: [Int] {
    votes.indices.filter { votes[$0].dates.yearFirst > 0 && votes[$0].dates.yearLast == 0 }
  }

  /// Settles the open columns by something other than their own dates.
  mutating func settle(_ order: DateOrder) {
    for column in openColumns { columns[column].dateOrder = order }
    (dateOrder, assumedOrder, openDates) = (order, order, 0)
  }
}
