/// What the numbers of a column mean if they are moments.
package enum NumericDate: String, Sendable {
  /// Seconds since 1970-01-01 in UTC.
  case unixSeconds = "unix-seconds"
  /// Milliseconds since 1970-01-01 in UTC.
  case unixMilliseconds = "unix-milliseconds"
  /// Days as spreadsheets count them: 1 is 1900-01-01, and 1900 is taken for a leap year.
  case spreadsheetDays = "spreadsheet-days"

  /// The kind whose usual moments, 2000 to 2040, include a number; nil if none does.
  init?(fitting number: Double) {
    switch number {
    case 36526...51500:
      self = .spreadsheetDays
    case 946_684_800..<2_208_988_800 where number == number.rounded():
      self = .unixSeconds
    case 946_684_800_000..<2_208_988_800_000 where number == number.rounded():
      self = .unixMilliseconds
    default:
      return nil
    }
  }

  /// The moment that a number means; nil if it is no day from 1970 to 2199.
  func date(_ number: Double) -> DateCell? {
    let seconds: Double
    switch self {
    case .unixSeconds: seconds = number
    case .unixMilliseconds: seconds = number / 1000
    case .spreadsheetDays: seconds = ((number - 25569) * 86400).rounded()
    }
    guard seconds >= 0, seconds < 7_258_118_400 else { return nil }
    let (day, second) = Int(seconds).quotientAndRemainder(dividingBy: 86400)
    return DateCell(
      day: Int32(day),
      second: Int32(second),
      offsetMinutes: self == .spreadsheetDays ? nil : 0,
    )
  }
}
