/// A date that names its month: "Jul-21-25", "21 de julio de 2025", "lundi 1er mars 2025".
struct NamedDate {
  /// The longest text that is looked at.
  private static let maximumBytes = 80
  private static let ordinals = CellWord.set("st nd rd th er e o a te")

  private(set) var year: Int?
  private(set) var month: Int?
  private(set) var day: Int?
  /// Whether the day stands before the month.
  private(set) var isDayFirst = false
  /// The first byte after the date.
  private(set) var end: Int
  private var canBeWeekday = false

  /// Reads the date at the start of a range; nil if no such date begins there.
  init?(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    self.end = start
    guard start < end, bytes[start] > 0x2f else { return nil }
    let limit = min(end, start + Self.maximumBytes)
    while self.end < limit, year == nil || month == nil || day == nil {
      let byte = bytes[self.end]
      if byte &- 0x30 <= 9 {
        guard takeNumber(bytes, limit) else { return nil }
      } else if let (word, next) = CellWord.folded(bytes, self.end, limit) {
        guard take(word) else { return nil }
        self.end = next
      } else {
        guard takeSeparator(bytes, limit) else { return nil }
      }
    }
    guard year != nil, month != nil, day != nil else { return nil }
  }

  /// The day, or nil if the calendar has none.
  var civilDay: Int32? {
    guard let year, let month, let day else { return nil }
    return CivilDay.days(year: year, month: month, day: day)
  }

  private mutating func takeNumber(_ bytes: Span<UInt8>, _ limit: Int) -> Bool {
    var number = 0
    let start = end
    while end < limit, bytes[end] &- 0x30 <= 9, end - start < 5 {
      number = number * 10 + Int(bytes[end] &- 0x30)
      end += 1
    }
    switch end - start {
    case 4 where year == nil:
      year = number
    case 1, 2:
      if day == nil {
        (day, isDayFirst) = (number, month == nil)
        takeOrdinal(bytes, limit)
      } else if year == nil, end - start == 2, month != nil {
        // Two digits are years from 1970 to 2069.
        year = number + (number < 70 ? 2000 : 1900)
      } else {
        return false
      }
    default:
      return false
    }
    return true
  }

  /// Passes over the "st" of "21st".
  private mutating func takeOrdinal(_ bytes: Span<UInt8>, _ limit: Int) {
    if let (word, next) = CellWord.folded(bytes, end, limit), Self.ordinals.contains(word) {
      end = next
    } else if end < limit, bytes[end] >= 0x80 {
      let (scalar, length) = CellScalar.first(bytes, end, limit)
      if scalar == 0xba || scalar == 0xaa || scalar == 0xb0 { end += length }
    }
  }

  private mutating func take(_ word: UInt64) -> Bool {
    if let month = MonthWord.month(word), self.month == nil || canBeWeekday {
      // "mar" is Tuesday or March: it was Tuesday if a month comes later.
      if self.month != nil { isDayFirst = day != nil }
      canBeWeekday = self.month == nil && day == nil && MonthWord.isWeekday(word)
      self.month = month
      return true
    }
    if year == nil, month == nil, day == nil, MonthWord.isWeekday(word) { return true }
    return day != nil && MonthWord.isLink(word)
  }

  private mutating func takeSeparator(_ bytes: Span<UInt8>, _ limit: Int) -> Bool {
    let (scalar, length) = CellScalar.first(bytes, end, limit)
    switch scalar {
    case 0x2c, 0x2d, 0x2e, 0x2f: break
    case _ where CellScalar.isBlank(scalar) || CellScalar.isApostrophe(scalar): break
    default: return false
    }
    end += length
    return true
  }
}
