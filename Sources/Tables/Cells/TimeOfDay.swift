/// A time as it stands behind a date: " 08:26", "T10:00:00.250Z", " 3:05 PM", " 10:15:00 -0400".
struct TimeOfDay {
  /// Words that stand between a date and its time.
  private static let links = CellWord.set("at um a as las la alle om ore")
  private static let hours = CellWord.set("uhr h uur hs")

  /// The second of the day.
  let second: Int32
  /// The zone in minutes east of Greenwich, if one is written and known.
  let offsetMinutes: Int16?

  /// Reads a range that must be a time from its first byte, a blank or a T, to its last.
  init?(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var cursor = CellCursor(position: start, end: end)
    guard Self.takeLink(bytes, &cursor), var second = Self.clock(bytes, &cursor) else { return nil }
    _ = cursor.takeBlanks(bytes)
    if let isAfternoon = cursor.halfOfDay(bytes) {
      let hour = second / 3600
      guard (1...12).contains(hour) else { return nil }
      second += (hour % 12 + (isAfternoon ? 12 : 0) - hour) * 3600
      _ = cursor.takeBlanks(bytes)
    } else if let (word, next) = cursor.word(bytes), Self.hours.contains(word) {
      cursor.position = next
      _ = cursor.takeBlanks(bytes)
    }
    var zone: TimeZoneOffset?
    if !cursor.isAtEnd {
      zone = TimeZoneOffset(bytes, &cursor)
      guard zone != nil, cursor.isAtEnd else { return nil }
    }
    self.second = Int32(second)
    offsetMinutes = zone?.minutes
  }

  /// Passes over what stands between date and time; false if the time cannot follow.
  private static func takeLink(_ bytes: Span<UInt8>, _ cursor: inout CellCursor) -> Bool {
    if cursor.take(bytes, UInt8(ascii: "T")) || cursor.take(bytes, UInt8(ascii: "t")) {
      return true
    }
    // Digits directly behind eight others are a compact time.
    if !cursor.isAtEnd, bytes[cursor.position] &- 0x30 <= 9 { return true }
    _ = cursor.take(bytes, UInt8(ascii: ","))
    guard cursor.takeBlanks(bytes) else { return false }
    while let (word, next) = cursor.word(bytes), links.contains(word) {
      cursor.position = next
      _ = cursor.takeBlanks(bytes)
    }
    return true
  }

  /// The second of the day that "8:26", "08:26:01.250", "10h15" or "101530" says.
  private static func clock(_ bytes: Span<UInt8>, _ cursor: inout CellCursor) -> Int? {
    guard let hour = cursor.number(bytes, 1...2), hour < 24 else { return nil }
    let isCompact = !cursor.isAtEnd && bytes[cursor.position] &- 0x30 <= 9
    let isSpelled = !isCompact && cursor.take(bytes, UInt8(ascii: "h"))
    guard isCompact || isSpelled || cursor.take(bytes, UInt8(ascii: ":")),
      let minute = cursor.number(bytes, 2...2), minute < 60
    else { return nil }
    let start = cursor.position
    var second = 0
    if cursor.take(bytes, UInt8(ascii: ":"))
      || (isCompact && !cursor.isAtEnd && bytes[start] &- 0x30 <= 9)
    {
      // A leap second counts as the second before it.
      guard let written = cursor.number(bytes, 2...2), written <= 60 else { return nil }
      second = min(written, 59)
      if cursor.take(bytes, UInt8(ascii: ".")) || cursor.take(bytes, UInt8(ascii: ",")) {
        guard cursor.number(bytes, 1...12) != nil else { return nil }
      }
    }
    return hour * 3600 + minute * 60 + second
  }
}
