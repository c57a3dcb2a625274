/// Reads dates, with or without a time and a zone, as they are written: nothing is shifted.
///
/// Numbers with any separator, eight digits in a row, or with the month as a word (`NamedDate`).
struct DateParser {
  private let order: DateOrder

  /// Makes a parser; the order decides only for dates with the year last.
  init(_ order: DateOrder) {
    self.order = order
  }

  /// The date that the whole trimmed range says, of any year; nil if it says none.
  @inline(__always)
  func parse(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> DateCell? {
    guard let fields = DateFields(bytes, start, end) else { return named(bytes, start, end) }
    guard let day = fields.day(order) else { return nil }
    guard fields.end < end else { return DateCell(day: day, second: 0, offsetMinutes: nil) }
    return cell(day, bytes, fields.end, end)
  }

  private func named(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> DateCell? {
    guard let date = NamedDate(bytes, start, end), let day = date.civilDay else { return nil }
    guard date.end < end else { return DateCell(day: day, second: 0, offsetMinutes: nil) }
    return cell(day, bytes, date.end, end)
  }

  private func cell(_ day: Int32, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> DateCell? {
    TimeOfDay(bytes, start, end).map { time in
      DateCell(day: day, second: time.second, offsetMinutes: time.offsetMinutes)
    }
  }
}
