/// Reads dates, with or without a time and a zone, as they are written: nothing is shifted.
struct DateParser {
  private let order: DateOrder

  /// Makes a parser; the order decides only for dates with the year last.
  init(_ order: DateOrder) {
    self.order = order
  }

  /// The date that the whole trimmed range says, of any year; nil if it says none.
  @inline(__always)
  func parse(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> DateCell? {
    guard let fields = DateFields(bytes, start, end), let day = fields.day(order) else {
      return nil
    }
    var cell = DateCell(day: day, second: 0, offsetMinutes: nil)
    guard fields.end < end else { return cell }
    guard let time = TimeOfDay(bytes, fields.end, end) else { return nil }
    cell.second = time.second
    cell.offsetMinutes = time.offsetMinutes
    return cell
  }
}
