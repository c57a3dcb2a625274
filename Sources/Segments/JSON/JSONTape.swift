import Tables

/// The values of a JSON text in the order in which they stand, each with its place in the text.
///
/// Nothing is copied and no number is read before it is asked for. A class, because all containers of a
/// decoder look into the same one.
final class JSONTape {
  enum Kind {
    case null, yes, no, number, list, object
    /// A text as it stands between its quotation marks.
    case text
    /// A text with signs that are written in another way.
    case escaped
  }

  struct Value {
    let kind: Kind
    /// The first byte; of a text the one after the quotation mark.
    let start: Int32
    /// The byte after the last; of a text its quotation mark.
    var end: Int32
    /// The place of the value after this one and all that is in it; members are key and value in turn.
    var next: Int32
  }

  let bytes: [UInt8]
  let values: [Value]
  private let parser = NumberParser(.point)

  /// Finds all values; nil where the bytes are not one JSON text.
  init?(_ bytes: [UInt8]) {
    var reader = JSONTapeReader(bytes)
    guard reader.read() else { return nil }
    self.bytes = bytes
    values = reader.values
  }

  func kind(of place: Int) -> Kind { values[place].kind }

  /// The places of the values directly in a list, or of keys and values in an object.
  func places(in place: Int) -> [Int] {
    var places: [Int] = []
    var next = place + 1
    while next < Int(values[place].next) {
      places.append(next)
      next = Int(values[next].next)
    }
    return places
  }

  /// The number at a place; nil for anything else.
  func number(at place: Int) -> Double? {
    let (value, bytes) = (values[place], bytes)
    guard value.kind == .number else { return nil }
    let span = bytes.span
    return parser.plain(span, Int(value.start), Int(value.end))
  }

  /// The whole number at a place; nil for anything else.
  func whole(at place: Int) -> Int? {
    let value = values[place]
    guard value.kind == .number else { return nil }
    let isNegative = bytes[Int(value.start)] == UInt8(ascii: "-")
    let digits = Int(value.start) + (isNegative ? 1 : 0)..<Int(value.end)
    var sum = 0
    for index in digits {
      let digit = bytes[index] &- UInt8(ascii: "0")
      // Where it is written otherwise, or is very large, it may still be whole.
      guard digit <= 9, digits.count <= 18 else {
        return number(at: place).flatMap(Int.init(exactly:))
      }
      sum = sum &* 10 &+ Int(digit)
    }
    return isNegative ? -sum : sum
  }

  /// The text at a place; nil for anything else.
  func text(at place: Int) -> String? {
    let value = values[place]
    let letters = bytes[Int(value.start)..<Int(value.end)]
    switch value.kind {
    case .text: return String(validating: letters, as: UTF8.self)
    case .escaped: return JSONEscapes.text(of: letters)
    case .null, .yes, .no, .number, .list, .object: return nil
    }
  }

  /// Whether the text at a place is this one.
  func isText(_ text: String, at place: Int) -> Bool {
    let value = values[place]
    guard value.kind == .text else { return self.text(at: place) == text }
    return text.utf8.count == Int(value.end - value.start)
      && text.utf8.elementsEqual(bytes[Int(value.start)..<Int(value.end)])
  }

  /// The whole numbers of a list; nil where the place has anything else.
  func wholes(in place: Int) -> [Int]? {
    all(in: place) { whole(at: $0) }
  }

  /// The numbers of a list; nil where the place has anything else.
  func numbers(in place: Int) -> [Double]? {
    all(in: place) { number(at: $0) }
  }

  private func all<Element>(in place: Int, _ read: (Int) -> Element?) -> [Element]? {
    guard values[place].kind == .list else { return nil }
    var elements: [Element] = []
    var next = place + 1
    let end = Int(values[place].next)
    elements.reserveCapacity(end - next)
    while next < end {
      guard let element = read(next) else { return nil }
      elements.append(element)
      next = Int(values[next].next)
    }
    return elements
  }
}
