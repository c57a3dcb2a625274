/// A day of the calendar, counted from 1970-01-01, without a time and without a zone.
package struct CivilDay: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before.
  package let days: Int32

  /// Makes a day from its number.
  package init(_ days: Int32) {
    self.days = days
  }

  /// Makes a day from year, month and day, or nil if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard let days = Self.days(year: year, month: month, day: day) else { return nil }
    self.days = days
  }

  /// Reads "2011-12-09"; nil if it is not written so or there is no such day.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number of a day of the Gregorian calendar, or nil if there is no such day.
  ///
  /// Years from 0 to 9999. Counts in eras of 400 years that begin in March, so that the leap day is
  /// the last day of a year.
  package static func days(year: Int, month: Int, day: Int) -> Int32? {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= length(ofMonth: month, year: year)
    else { return nil }
    let marchYear = month > 2 ? year : year - 1
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, month and day.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day as "2011-12-09".
  package var text: String {
    let (year, month, day) = parts
    return Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-"
      + Self.padded(day, to: 2)
  }

  /// The day so many days later (earlier if negative).
  package func adding(days count: Int) -> CivilDay {
    CivilDay(Int32(Int(days) + count))
  }

  /// How many days another day lies after this one.
  package func days(until other: CivilDay) -> Int {
    Int(other.days) - Int(days)
  }

  package static func < (left: CivilDay, right: CivilDay) -> Bool {
    left.days < right.days
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
