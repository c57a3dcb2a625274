/// A time as it stands behind a date: " 08:26", "T10:00:00.250Z", " 3:05 PM", " 10:15:00 -0400".
struct TimeOfDay {
  /// The second of the day.
  let second: Int32
  /// The zone in minutes east of Greenwich, if one is written.
  let offsetMinutes: Int16?

  /// Reads a range that must be a time from its first byte, a blank or a T, to its last.
  init?(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var cursor = Cursor(position: start, end: end)
    if !cursor.take(bytes, UInt8(ascii: "T")), !cursor.take(bytes, UInt8(ascii: "t")) {
      _ = cursor.take(bytes, UInt8(ascii: ","))
      guard cursor.takeBlanks(bytes) else { return nil }
    }
    guard var hour = cursor.number(bytes, 1...2), cursor.take(bytes, UInt8(ascii: ":")),
      let minute = cursor.number(bytes, 2...2), minute < 60
    else { return nil }
    var second = 0
    if cursor.take(bytes, UInt8(ascii: ":")) {
      // A leap second counts as the second before it.
      guard let written = cursor.number(bytes, 2...2), written <= 60 else { return nil }
      second = min(written, 59)
      if cursor.take(bytes, UInt8(ascii: ".")) || cursor.take(bytes, UInt8(ascii: ",")) {
        guard cursor.number(bytes, 1...9) != nil else { return nil }
      }
    }
    _ = cursor.takeBlanks(bytes)
    if let isAfternoon = cursor.halfOfDay(bytes) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      _ = cursor.takeBlanks(bytes)
    }
    guard hour < 24 else { return nil }
    let isDone = cursor.isAtEnd
    let zone = isDone ? nil : cursor.zone(bytes)
    guard isDone || (zone != nil && cursor.isAtEnd) else { return nil }
    self.second = Int32(hour * 3600 + minute * 60 + second)
    offsetMinutes = zone
  }
}

/// A place in a range that moves on as things are read.
private struct Cursor {
  var position: Int
  let end: Int

  var isAtEnd: Bool { position >= end }

  mutating func take(_ bytes: Span<UInt8>, _ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func takeBlanks(_ bytes: Span<UInt8>) -> Bool {
    let start = position
    while position < end, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    return position > start
  }

  mutating func number(_ bytes: Span<UInt8>, _ lengths: ClosedRange<Int>) -> Int? {
    var value = 0
    let start = position
    while position < end, position - start < lengths.upperBound {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else { break }
      value = value * 10 + Int(digit)
      position += 1
    }
    return position - start >= lengths.lowerBound ? value : nil
  }

  /// Whether "PM" (true) or "AM" (false) stands here.
  mutating func halfOfDay(_ bytes: Span<UInt8>) -> Bool? {
    guard position + 1 < end, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
    let letter = bytes[position] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    position += 2
    return letter == UInt8(ascii: "p")
  }

  /// The zone that stands here, in minutes: Z, UTC, GMT, +01:00, -0400 or +02.
  mutating func zone(_ bytes: Span<UInt8>) -> Int16? {
    if take(bytes, UInt8(ascii: "Z")) || take(bytes, UInt8(ascii: "z")) { return 0 }
    for word in ["UTC", "GMT"] where takeWord(bytes, word) { return 0 }
    let isWest = take(bytes, UInt8(ascii: "-"))
    guard isWest || take(bytes, UInt8(ascii: "+")) else { return nil }
    guard let hours = number(bytes, 2...2), hours <= 15 else { return nil }
    _ = take(bytes, UInt8(ascii: ":"))
    guard let minutes = isAtEnd ? 0 : number(bytes, 2...2), minutes < 60 else { return nil }
    return Int16((hours * 60 + minutes) * (isWest ? -1 : 1))
  }

  private mutating func takeWord(_ bytes: Span<UInt8>, _ word: String) -> Bool {
    let start = position
    for letter in word.utf8 where !take(bytes, letter) {
      position = start
      return false
    }
    return true
  }
}
