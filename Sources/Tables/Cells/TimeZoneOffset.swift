/// A time zone as it stands behind a time: Z, +01:00, -0400, UTC, "GMT+0200", PDT.
struct TimeZoneOffset {
  /// Minutes east of Greenwich.
  let minutes: Int16

  /// The zones that exports name by letters; those with two meanings are left out.
  private static let named: [UInt64: Int16] = {
    let hours: [(String, Int16)] = [
      ("z", 0), ("utc", 0), ("gmt", 0), ("wet", 0), ("west", 60), ("bst", 60), ("cet", 60),
      ("cest", 120), ("mez", 60), ("mesz", 120), ("eet", 120), ("eest", 180), ("msk", 180),
      ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300), ("mst", -420), ("mdt", -360),
      ("pst", -480), ("pdt", -420), ("akst", -540), ("akdt", -480), ("hst", -600), ("brt", -180),
      ("jst", 540), ("kst", 540), ("hkt", 480), ("sgt", 480), ("awst", 480), ("acst", 570),
      ("acdt", 630), ("aest", 600), ("aedt", 660), ("nzst", 720), ("nzdt", 780),
    ]
    return Dictionary(
      hours.map { (CellWord.folded($0.0.utf8), $0.1) },
      uniquingKeysWith: { first, _ in first },
    )
  }()

  /// Reads the zone that stands at a place and passes over it; nil if there is none.
  init?(_ bytes: Span<UInt8>, _ cursor: inout CellCursor) {
    var base: Int16?
    if let (word, next) = cursor.word(bytes) {
      guard let known = Self.named[word] else { return nil }
      base = known
      cursor.position = next
      if cursor.isAtEnd || known != 0 {
        minutes = known
        return
      }
    }
    let isWest = cursor.take(bytes, UInt8(ascii: "-"))
    guard isWest || cursor.take(bytes, UInt8(ascii: "+")) else {
      guard let base else { return nil }
      minutes = base
      return
    }
    guard let hours = cursor.number(bytes, 2...2), hours <= 15 else { return nil }
    _ = cursor.take(bytes, UInt8(ascii: ":"))
    let isShort = cursor.isAtEnd || bytes[cursor.position] &- 0x30 > 9
    guard let past = isShort ? 0 : cursor.number(bytes, 2...2), past < 60 else { return nil }
    minutes = Int16((hours * 60 + past) * (isWest ? -1 : 1))
    Self.takeComment(bytes, &cursor)
  }

  /// Passes over the name behind an offset: " (Central European Summer Time)", "[Europe/Berlin]".
  private static func takeComment(_ bytes: Span<UInt8>, _ cursor: inout CellCursor) {
    var next = cursor
    _ = next.takeBlanks(bytes)
    guard !next.isAtEnd else { return }
    let closing: [UInt8: UInt8] = [0x28: 0x29, 0x5b: 0x5d]
    if let close = closing[bytes[next.position]], bytes[cursor.end - 1] == close {
      cursor.position = cursor.end
    }
  }
}
