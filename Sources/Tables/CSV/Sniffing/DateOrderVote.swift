/// What dates show of the order of day and month.
struct DateOrderVote: Sendable, Equatable {
  /// How many dates have the year first, or no separators.
  private(set) var yearFirst = 0
  /// How many dates are numbers with the year last.
  private(set) var yearLast = 0
  /// How many of these can only be read with the day first.
  private(set) var firstAbove12 = 0
  /// How many of these can only be read with the month first.
  private(set) var secondAbove12 = 0
  /// How many of these are two different days in the two orders.
  private(set) var ambiguous = 0
  /// How many dates name their month, after the day and before it.
  private(set) var namedDayFirst = 0
  private(set) var namedMonthFirst = 0
  private var firsts: UInt32 = 0
  private var seconds: UInt32 = 0
  private(set) var slashes = 0

  /// Adds the date that a trimmed cell begins with, if it does.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if let fields = DateFields(bytes, range.lowerBound, range.upperBound) {
      if fields.shape != .compact || fields.day(.ymd) != nil { add(fields) }
    } else if let date = NamedDate(bytes, range.lowerBound, range.upperBound) {
      add(date)
    }
  }

  /// Adds a date of numbers.
  mutating func add(_ fields: DateFields) {
    guard fields.shape == .yearLast else {
      yearFirst += 1
      return
    }
    guard (1...31).contains(fields.first), (1...31).contains(fields.second) else { return }
    yearLast += 1
    if fields.first > 12 { firstAbove12 += 1 }
    if fields.second > 12 { secondAbove12 += 1 }
    if fields.first <= 12, fields.second <= 12, fields.first != fields.second { ambiguous += 1 }
    if fields.separator == UInt8(ascii: "/") { slashes += 1 }
    firsts |= 1 << UInt32(fields.first)
    seconds |= 1 << UInt32(fields.second)
  }

  /// Adds a date that names its month.
  mutating func add(_ date: NamedDate) {
    if date.isDayFirst { namedDayFirst += 1 } else { namedMonthFirst += 1 }
  }

  /// Adds the votes of another column or another stretch.
  mutating func add(_ other: DateOrderVote) {
    yearFirst += other.yearFirst
    yearLast += other.yearLast
    firstAbove12 += other.firstAbove12
    secondAbove12 += other.secondAbove12
    ambiguous += other.ambiguous
    namedDayFirst += other.namedDayFirst
    namedMonthFirst += other.namedMonthFirst
    slashes += other.slashes
    firsts |= other.firsts
    seconds |= other.seconds
  }

  /// The order, if the dates show it: a number above 12 is no month.
  var order: DateOrder? {
    guard yearLast > 0 else {
      return yearFirst > namedDayFirst + namedMonthFirst ? .ymd : namedOrder
    }
    guard firstAbove12 != secondAbove12 else { return nil }
    return firstAbove12 > secondAbove12 ? .dmy : .mdy
  }

  /// The order of the dates that name their month, if they agree.
  var namedOrder: DateOrder? {
    guard namedDayFirst != namedMonthFirst, min(namedDayFirst, namedMonthFirst) == 0 else {
      return nil
    }
    return namedDayFirst > 0 ? .dmy : .mdy
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
