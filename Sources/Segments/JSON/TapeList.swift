/// The elements of a list of a JSON text, one after the other.
struct TapeList: UnkeyedDecodingContainer {
  private let tape: JSONTape
  private let list: Int
  private var place: Int
  private(set) var currentIndex = 0

  init(_ tape: JSONTape, at place: Int) {
    self.tape = tape
    list = place
    self.place = place + 1
  }

  var codingPath: [any CodingKey] { [] }

  var count: Int? { tape.places(in: list).count }

  var isAtEnd: Bool { place >= Int(tape.values[list].next) }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd else { throw TapeDecoder.mismatch("a longer list") }
    guard tape.kind(of: place) == .null else { return false }
    _ = try decoder()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try decoder().decode(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try decoder().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try decoder() }

  /// A decoder of the next element, which is taken by that.
  private mutating func decoder() throws -> TapeDecoder {
    guard !isAtEnd else { throw TapeDecoder.mismatch("a longer list") }
    let decoder = TapeDecoder(tape: tape, place: place)
    place = Int(tape.values[place].next)
    currentIndex += 1
    return decoder
  }
}
