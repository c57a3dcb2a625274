/// Who was in which segment in one run, with what later runs need to know of each customer.
///
/// Customers that earlier runs knew and this one does not stay in it as absent, so that one who comes back is
/// not taken for new.
package struct Membership: Sendable, Equatable {
  /// One customer in one run.
  package struct Member: Sendable, Equatable {
    package var key: Key
    /// The segment's id; 0 is nobody's, `nil` absent.
    package var segment: Int?
    /// What the customer has brought, where a feature says so.
    package var value: Double?
    /// The day of the last purchase, in days since 1970-01-01.
    package var lastDay: Int32?
  }

  /// In the order of their keys.
  package private(set) var members: [Member]

  package init() {
    members = []
  }

  /// Takes members in any order; the last of equal keys counts.
  package init(_ members: [Member]) {
    let byKey = Dictionary(members.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    self.members = byKey.values.sorted { $0.key < $1.key }
  }

  init(sorted members: [Member]) {
    self.members = members
  }

  /// The member with this key, absent ones included.
  package func member(_ key: Key) -> Member? {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < members.count && members[low].key == key ? members[low] : nil
  }

  /// The same without one person.
  package func without(_ key: Key) -> Membership {
    Membership(sorted: members.filter { $0.key != key })
  }
}

// MARK: - Bytes

extension Membership {
  private static let format: Int64 = 1

  /// Some 14 bytes a customer: keys without what they share with the one before, money in millionths.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.format)
    writer.write(Int64(members.count))
    var last: [UInt8] = []
    for member in members {
      let key = Array(member.key.text.utf8)
      let shared = zip(last, key).prefix { $0 == $1 }.count
      writer.write(Int64(shared))
      writer.write(Array(key[shared...]))
      writer.write(Int64(member.segment ?? -1))
      Self.write(member.value, to: &writer)
      writer.write(member.lastDay.map { Int64($0) << 1 | 1 } ?? 0)
      last = key
    }
    return writer.bytes
  }

  /// Reads back what `bytes` gave; throws for anything else.
  package init(bytes: [UInt8]) throws(SegmentError) {
    var reader = ByteReader(bytes)
    guard reader.number() == Self.format, let count = reader.number(), count >= 0 else {
      throw .damagedLedger(chunk: "members")
    }
    var members: [Member] = []
    var last: [UInt8] = []
    for _ in 0..<count {
      guard let shared = reader.number(), (0...Int64(last.count)).contains(shared),
        let rest = reader.rawBytes(), let segment = reader.number(),
        let value = Self.value(&reader), let day = reader.number()
      else { throw .damagedLedger(chunk: "members") }
      last = Array(last.prefix(Int(shared))) + rest
      members.append(
        Member(
          key: Key(String(decoding: last, as: UTF8.self)),
          segment: segment < 0 ? nil : Int(segment),
          value: value,
          lastDay: day == 0 ? nil : Int32(clamping: day >> 1),
        )
      )
    }
    self.members = members
  }

  private static func write(_ value: Double?, to writer: inout ByteWriter) {
    if let value, let micros = Micros(value), micros.value == value,
      micros.raw.magnitude < 1 << 61
    {
      writer.write(micros.raw << 1)
    } else {
      writer.write(1)
      writer.write(value)
    }
  }

  /// The outer optional is damage, the inner one an unknown value.
  private static func value(_ reader: inout ByteReader) -> Double?? {
    guard let number = reader.number() else { return nil }
    return number & 1 == 0 ? .some(Micros(raw: number >> 1).value) : reader.double()
  }
}
