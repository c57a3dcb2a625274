/// What the dates of a column show of their order.
struct DateOrderVote: Equatable {
  private(set) var yearFirst = 0
  private(set) var yearLast = 0
  private(set) var firstAbove12 = 0
  private(set) var secondAbove12 = 0
  private var firsts: UInt32 = 0
  private var seconds: UInt32 = 0
  private(set) var slashes = 0

  /// Adds a date.
  mutating func add(_ fields: DateFields) {
    guard fields.shape == .yearLast else {
      yearFirst += 1
      return
    }
    guard (1...31).contains(fields.first), (1...31).contains(fields.second) else { return }
    yearLast += 1
    if fields.first > 12 { firstAbove12 += 1 }
    if fields.second > 12 { secondAbove12 += 1 }
    if fields.separator == UInt8(ascii: "/") { slashes += 1 }
    firsts |= 1 << UInt32(fields.first)
    seconds |= 1 << UInt32(fields.second)
  }

  /// Adds the votes of another column.
  mutating func add(_ other: DateOrderVote) {
    yearFirst += other.yearFirst
    yearLast += other.yearLast
    firstAbove12 += other.firstAbove12
    secondAbove12 += other.secondAbove12
    slashes += other.slashes
    firsts |= other.firsts
    seconds |= other.seconds
  }

  /// The order, if the dates show it: a number above 12 is no month.
  var order: DateOrder? {
    guard yearLast > 0 else { return yearFirst > 0 ? .ymd : nil }
    guard firstAbove12 != secondAbove12 else { return nil }
    return firstAbove12 > secondAbove12 ? .dmy : .mdy
  }

  /// The likelier order of dates with the year last; nil if there are none.
  ///
  /// In an export sorted by date the days vary more than the months. Else slashes are American,
  /// points and hyphens European.
  var likelyOrder: DateOrder? {
    guard yearLast > 0 else { return nil }
    if let order { return order }
    let (first, second) = (firsts.nonzeroBitCount, seconds.nonzeroBitCount)
    if first != second { return first > second ? .dmy : .mdy }
    return slashes * 2 >= yearLast ? .mdy : .dmy
  }
}
