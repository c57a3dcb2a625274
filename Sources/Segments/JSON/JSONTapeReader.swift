/// Walks through a JSON text once and notes where each value stands (RFC 8259, nothing more).
struct JSONTapeReader {
  /// Deeper texts are refused, so that nobody's file can use up the stack.
  private static let mostDepth = 128

  private let bytes: [UInt8]
  private var place = 0
  private(set) var values: [JSONTape.Value] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // About every third byte of a report begins a value: short numbers with commas between them.
    values.reserveCapacity(bytes.count / 3)
  }

  /// Reads the whole text; whether it is one.
  mutating func read() -> Bool {
    guard bytes.count < Int32.max, value(depth: 0) else { return false }
    skipSpace()
    return place == bytes.count
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return members(depth: depth)
    case UInt8(ascii: "["): return elements(depth: depth)
    case UInt8(ascii: "\""): return text()
    case UInt8(ascii: "n"): return word("null", .null)
    case UInt8(ascii: "t"): return word("true", .yes)
    case UInt8(ascii: "f"): return word("false", .no)
    default: return number()
    }
  }

  private mutating func members(depth: Int) -> Bool {
    within(.object, UInt8(ascii: "}"), depth: depth) { reader in
      reader.skipSpace()
      guard reader.next == UInt8(ascii: "\""), reader.text() else { return false }
      reader.skipSpace()
      return reader.take(UInt8(ascii: ":")) && reader.value(depth: depth + 1)
    }
  }

  private mutating func elements(depth: Int) -> Bool {
    within(.list, UInt8(ascii: "]"), depth: depth) { $0.value(depth: depth + 1) }
  }

  /// What stands between two brackets, with commas between.
  private mutating func within(
    _ kind: JSONTape.Kind,
    _ close: UInt8,
    depth: Int,
    _ one: (inout Self) -> Bool
  ) -> Bool {
    guard depth < Self.mostDepth else { return false }
    let own = values.count
    note(kind, from: place)
    place += 1
    skipSpace()
    if !take(close) {
      repeat {
        guard one(&self) else { return false }
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(close) else { return false }
    }
    values[own].end = Int32(place)
    values[own].next = Int32(values.count)
    return true
  }

  private mutating func note(_ kind: JSONTape.Kind, from start: Int) {
    values.append(
      JSONTape.Value(
        kind: kind,
        start: Int32(start),
        end: Int32(place),
        next: Int32(values.count + 1)
      )
    )
  }

  private mutating func word(_ word: StaticString, _ kind: JSONTape.Kind) -> Bool {
    let start = place
    for byte in "\(word)".utf8 where !take(byte) { return false }
    note(kind, from: start)
    return true
  }

  private mutating func text() -> Bool {
    place += 1
    let start = place
    var kind = JSONTape.Kind.text
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { return false }
      if byte == UInt8(ascii: "\\") {
        kind = .escaped
        place += 1
      }
      place += 1
    }
    note(kind, from: start)
    return take(UInt8(ascii: "\""))
  }

  private mutating func number() -> Bool {
    let start = place
    _ = take(UInt8(ascii: "-"))
    // A number does not begin with a zero too many.
    guard take(UInt8(ascii: "0")) || digits() else { return false }
    if take(UInt8(ascii: ".")), !digits() { return false }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "-")) || take(UInt8(ascii: "+"))
      guard digits() else { return false }
    }
    note(.number, from: start)
    return true
  }

  /// Digits, at least one.
  private mutating func digits() -> Bool {
    let start = place
    while let byte = next, byte &- UInt8(ascii: "0") <= 9 { place += 1 }
    return place > start
  }
}
