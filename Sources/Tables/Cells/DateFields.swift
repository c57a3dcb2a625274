/// The numbers of a date as they stand, before anybody says which is the day.
struct DateFields {
  /// How the date is written.
  enum Shape: Equatable {
    /// 2011-12-09, with any separator.
    case yearFirst
    /// 09.12.2011 or 12/9/11.
    case yearLast
    /// 20111209, also with the time directly behind it: 20111209101500.
    case compact
  }

  var shape: Shape
  var first: Int
  var second: Int
  var third: Int
  /// The byte between the numbers; 0 if there is none.
  var separator: UInt8
  /// The first byte after the date.
  var end: Int

  /// Reads the numbers at the start of a range; nil if no date begins there.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var position = start
    let one = Self.digits(bytes, &position, end)
    let oneCount = position &- start
    if oneCount == 8 {
      self.init(.compact, one / 10000, one / 100 % 100, one % 100, separator: 0, end: position)
      return
    }
    if oneCount == 14 {
      let date = one / 1_000_000
      self.init(.compact, date / 10000, date / 100 % 100, date % 100, separator: 0, end: start + 8)
      return
    }
    guard oneCount >= 1, oneCount == 4 || oneCount <= 2, position < end else { return nil }
    let separator = bytes[position]
    guard
      separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
        || separator == UInt8(ascii: ".")
    else { return nil }
    position &+= 1
    let twoStart = position
    let two = Self.digits(bytes, &position, end)
    guard (1...2).contains(position &- twoStart), position < end, bytes[position] == separator
    else { return nil }
    position &+= 1
    let threeStart = position
    var three = Self.digits(bytes, &position, end)
    let threeCount = position &- threeStart
    if oneCount == 4 {
      guard (1...2).contains(threeCount) else { return nil }
      self.init(.yearFirst, one, two, three, separator: separator, end: position)
      return
    }
    guard threeCount == 4 || threeCount == 2 else { return nil }
    // Two digits are years from 1970 to 2069.
    if threeCount == 2 { three += three < 70 ? 2000 : 1900 }
    self.init(.yearLast, one, two, three, separator: separator, end: position)
  }

  private init(
    _ shape: Shape,
    _ first: Int,
    _ second: Int,
    _ third: Int,
    separator: UInt8,
    end: Int,
  ) {
    (self.shape, self.first, self.second, self.third) = (shape, first, second, third)
    (self.separator, self.end) = (separator, end)
  }

  /// Reads at most fifteen digits.
  @inline(__always)
  private static func digits(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int {
    var number = 0
    let limit = min(end, position &+ 15)
    while position < limit {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else { break }
      number = number &* 10 &+ Int(digit)
      position &+= 1
    }
    return number
  }

  /// The day, or nil if the calendar has none; `order` decides only where the year is last.
  @inline(__always)
  func day(_ order: DateOrder) -> Int32? {
    switch shape {
    case .yearFirst, .compact:
      CivilDay.days(year: first, month: second, day: third)
    case .yearLast:
      order == .dmy
        ? CivilDay.days(year: third, month: second, day: first)
        : CivilDay.days(year: third, month: first, day: second)
    }
  }
}
