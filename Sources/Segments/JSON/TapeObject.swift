/// The members of an object of a JSON text.
///
/// A class, because a search begins where the last one ended: members are mostly asked for as they stand.
final class TapeObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let tape: JSONTape
  private let object: Int
  private var lastKey: Int

  init(_ tape: JSONTape, at place: Int) {
    self.tape = tape
    object = place
    lastKey = place + 1
  }

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    let places = tape.places(in: object)
    return stride(from: 0, to: places.count, by: 2).compactMap { member in
      tape.text(at: places[member]).flatMap(Key.init(stringValue:))
    }
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(of: key).decodeNil() }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder(of: key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(of: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(of: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { TapeDecoder(tape: tape, place: object) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(of: key) }

  private func decoder(of key: Key) throws -> TapeDecoder {
    guard let place = find(key) else {
      throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "not there"))
    }
    return TapeDecoder(tape: tape, place: place)
  }

  /// The place of the value of a key.
  private func find(_ key: Key) -> Int? {
    let (first, end) = (object + 1, Int(tape.values[object].next))
    guard first < end else { return nil }
    let name = key.stringValue
    var place = lastKey
    repeat {
      if tape.isText(name, at: place) {
        lastKey = place
        return place + 1
      }
      let next = Int(tape.values[place + 1].next)
      place = next < end ? next : first
    } while place != lastKey
    return nil
  }
}
