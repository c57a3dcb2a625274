/// Reads values from the places of a JSON text.
///
/// Foundation's decoder took twenty times as long for a report, most of it for lists of numbers, which it reads through
/// four layers one by one; here a list of numbers is one loop.
struct TapeDecoder: Decoder {
  let tape: JSONTape
  let place: Int

  /// Paths would be kept for messages alone, and whoever reads a report says only that it is none.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// A value from the bytes of a JSON text.
  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    guard let tape = JSONTape(bytes) else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not JSON"))
    }
    return try TapeDecoder(tape: tape, place: 0).decode(type)
  }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    guard tape.kind(of: place) == .object else { throw Self.mismatch("an object") }
    return KeyedDecodingContainer(TapeObject<Key>(tape, at: place))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard tape.kind(of: place) == .list else { throw Self.mismatch("a list") }
    return TapeList(tape, at: place)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  static func mismatch(_ wanted: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "not \(wanted)"))
  }
}

extension TapeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { tape.kind(of: place) == .null }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let found: Any?
    if type == Int.self {
      found = tape.whole(at: place)
    } else if type == Double.self {
      found = tape.number(at: place)
    } else if type == String.self {
      found = tape.text(at: place)
    } else if type == Bool.self {
      found = truth
    } else if type == [Int].self {
      found = tape.wholes(in: place)
    } else if type == [Double].self {
      found = tape.numbers(in: place)
    } else if tape.kind(of: place) == .number, let other = type as? any FixedWidthInteger.Type {
      found = tape.whole(at: place).flatMap { exactly($0, as: other) }
    } else {
      return try Value(from: self)
    }
    guard let value = found as? Value else { throw Self.mismatch("\(type)") }
    return value
  }

  private func exactly(_ value: Int, as type: any FixedWidthInteger.Type) -> Any? {
    type.init(exactly: value)
  }

  private var truth: Bool? {
    switch tape.kind(of: place) {
    case .yes: true
    case .no: false
    case .null, .number, .text, .escaped, .list, .object: nil
    }
  }
}
